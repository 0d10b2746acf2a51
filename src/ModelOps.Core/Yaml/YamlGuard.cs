using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModelOps.Core.Yaml;

/// <summary>Goes over the events of a YAML text before any tree is built, and names the first thing that is refused.</summary>
internal sealed class YamlGuard
{
    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 64;

    /// <summary>Most aliases in a file.</summary>
    public const int MaxAliases = 1_000;

    /// <summary>Most nodes when every alias is written out.</summary>
    public const int MaxNodes = 200_000;

    private readonly Stack<OpenNode> _open = new();
    private readonly Dictionary<string, long> _anchors = new(StringComparer.Ordinal);
    private long _nodes;
    private int _aliases;
    private int _documents;

    private YamlGuard()
    {
    }

    /// <summary>The first thing that is refused, with its place; null when there is none.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public static (string Reason, Mark Mark)? FindRefused(string text)
    {
        var parser = new Parser(new StringReader(text));
        var guard = new YamlGuard();
        while (parser.MoveNext())
        {
            if (guard.Take(parser.Current!) is { } reason)
            {
                return (reason, parser.Current!.Start);
            }
        }

        return null;
    }

    private string? Take(ParsingEvent current) => current switch
    {
        DocumentStart when ++_documents > 1 => "The file holds more than one YAML document.",
        NodeEvent { Tag.IsEmpty: false } node => $"Tags such as {node.Tag} are not allowed.",
        AnchorAlias alias => TakeAlias(alias),
        NodeEvent node => TakeNode(node),
        MappingEnd or SequenceEnd => Close(),
        _ => null,
    };

    private string? TakeNode(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty && !_anchors.TryAdd(node.Anchor.Value, -1))
        {
            return $"The anchor &{node.Anchor.Value} is defined twice.";
        }

        if (_open.TryPeek(out var parent) && parent.TakesKey())
        {
            if (node is not Scalar key)
            {
                return "A key must be plain text, not a list or a mapping.";
            }

            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                return "Merge keys (<<) are not allowed: write the keys out.";
            }
        }

        if (node is MappingStart or SequenceStart)
        {
            _open.Push(new(node is MappingStart, node.Anchor.IsEmpty ? null : node.Anchor.Value, _nodes));
        }
        else if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = 1;
        }

        return Count(1) ?? (_open.Count > MaxDepth ? $"Nesting is deeper than {MaxDepth} levels." : null);
    }

    private string? TakeAlias(AnchorAlias alias)
    {
        if (_open.TryPeek(out var parent) && parent.TakesKey())
        {
            return "A key must be plain text, not an alias.";
        }

        if (!_anchors.TryGetValue(alias.Value.Value, out var size))
        {
            return $"The alias *{alias.Value.Value} has no anchor before it.";
        }

        return size < 0 ? $"The alias *{alias.Value.Value} stands inside of what it names."
            : ++_aliases > MaxAliases ? $"The file has more than {MaxAliases} aliases."
            : Count(size);
    }

    private string? Close()
    {
        var closed = _open.Pop();
        if (closed.Anchor is { } anchor)
        {
            _anchors[anchor] = _nodes - closed.NodesBefore;
        }

        return null;
    }

    private string? Count(long nodes)
    {
        _nodes += nodes;
        return _nodes > MaxNodes ? $"The file has more than {MaxNodes} values when aliases are written out." : null;
    }

    private sealed class OpenNode(bool isMapping, string? anchor, long nodesBefore)
    {
        private readonly bool _isMapping = isMapping;
        private bool _keyIsNext = isMapping;

        public string? Anchor { get; } = anchor;

        public long NodesBefore { get; } = nodesBefore;

        /// <summary>Whether the child that comes now is a key; the next one is then its value.</summary>
        public bool TakesKey()
        {
            var isKey = _keyIsNext;
            _keyIsNext = _isMapping && !isKey;
            return isKey;
        }
    }
}
