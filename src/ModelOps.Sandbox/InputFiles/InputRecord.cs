using System.Globalization;
using System.Text.Json.Nodes;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Sandbox.InputFiles;

/// <summary>Keys and values of an input file. Unknown keys and values that do not fit are noted, and count as absent.</summary>
internal sealed class InputRecord
{
    private readonly InputFile _file;
    private readonly YamlMappingNode _node;

    private InputRecord(InputFile file, YamlMappingNode node)
    {
        _file = file;
        _node = node;
    }

    /// <summary>Where the record is.</summary>
    public SourceSpan Span => _file.At(_node);

    /// <summary>Directory that relative paths of the file are relative to.</summary>
    public string BaseDirectory => Path.GetDirectoryName(Path.GetFullPath(_file.Path))!;

    /// <summary>Reads a node.</summary>
    /// <param name="file">The file.</param>
    /// <param name="node">The node.</param>
    /// <param name="keys">Keys that a record of this kind has.</param>
    /// <returns>The record; null when the node is none.</returns>
    public static InputRecord? Of(InputFile file, YamlNode node, params IReadOnlyList<string> keys)
    {
        if (node is not YamlMappingNode mapping)
        {
            file.Report($"Expected keys and values, found {node.Describe()}.", node);
            return null;
        }

        foreach (var key in mapping.Children.Keys.Cast<YamlScalarNode>().Where(key => !keys.Contains(key.Value)))
        {
            var hint = Suggestion.For(key.Value!, keys) is { } near ? $" Did you mean '{near}'?" : $" Expected one of: {string.Join(", ", keys)}.";
            file.Report($"Unknown key '{key.Value}'.{hint}", key);
        }

        return new(file, mapping);
    }

    /// <summary>Notes a problem with a value, or with the record where the value is absent.</summary>
    public void Report(string key, string message) => _file.Report(message, _node.Find(key) ?? _node);

    public bool Has(string key) => _node.Find(key) is not null;

    /// <summary>Text; null when it is absent.</summary>
    public string? Text(string key)
    {
        if (_node.Find(key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalarNode scalar)
        {
            return scalar.Value;
        }

        _file.Report($"Expected text for '{key}', found {node.Describe()}.", node);
        return null;
    }

    /// <summary>Text that has to be there; empty after a problem.</summary>
    public string Require(string key)
    {
        if (!Has(key))
        {
            _file.Report($"The key '{key}' is missing.", _node);
        }

        return Text(key) ?? "";
    }

    /// <summary>One of some words; null when it is absent.</summary>
    public string? Choice(string key, params IReadOnlyList<string> words)
    {
        if (Text(key) is not { } text || words.Contains(text))
        {
            return Text(key);
        }

        Report(key, $"Expected one of {string.Join(", ", words)} for '{key}', found '{text}'.");
        return null;
    }

    /// <summary>A number within a range; null when it is absent.</summary>
    public double? Number(string key, double least = double.NegativeInfinity, double limit = double.PositiveInfinity)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !(number < least) && !(number > limit))
        {
            return number;
        }

        var range = double.IsInfinity(least) ? "" : double.IsInfinity(limit)
            ? string.Create(CultureInfo.InvariantCulture, $" of {least} or more")
            : string.Create(CultureInfo.InvariantCulture, $" from {least} to {limit}");
        Report(key, $"Expected a number{range} for '{key}', found '{text}'.");
        return null;
    }

    /// <summary>A whole number within a range; null when it is absent.</summary>
    public int? Integer(string key, int least, int limit = int.MaxValue)
    {
        var number = Number(key, least, limit);
        if (number is null || double.IsInteger(number.Value))
        {
            return (int?)number;
        }

        Report(key, $"Expected a whole number for '{key}', found '{Text(key)}'.");
        return null;
    }

    /// <summary>A list of records; empty when it is absent.</summary>
    public IReadOnlyList<InputRecord> Records(string key, params IReadOnlyList<string> keys)
    {
        if (_node.Find(key) is not { } node)
        {
            return [];
        }

        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(item => Of(_file, item, keys)).OfType<InputRecord>()];
        }

        _file.Report($"Expected a list for '{key}', found {node.Describe()}.", node);
        return [];
    }

    /// <summary>Any value, as JSON; null when it is absent.</summary>
    public JsonNode? Json(string key) => _node.Find(key) is { } node ? YamlJson.Of(node) : null;

    /// <summary>A record; null when it is absent.</summary>
    public InputRecord? Record(string key, params IReadOnlyList<string> keys) => _node.Find(key) is { } node ? Of(_file, node, keys) : null;

    /// <summary>Names with text; empty when they are absent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Map(string key)
    {
        if (_node.Find(key) is not { } node)
        {
            return [];
        }

        if (node is not YamlMappingNode mapping)
        {
            _file.Report($"Expected keys and values for '{key}', found {node.Describe()}.", node);
            return [];
        }

        var values = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in mapping.Children)
        {
            if (value is YamlScalarNode { Value: { } text })
            {
                values.Add(new(((YamlScalarNode)name).Value!, text));
            }
            else
            {
                _file.Report($"Expected text for '{name}', found {value.Describe()}.", value);
            }
        }

        return values;
    }
}
