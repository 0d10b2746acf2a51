using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Models.Environments;

/// <summary>Reads the lists that conda.yaml and python_env.yaml are made of.</summary>
internal sealed class EnvironmentLists
{
    private readonly YamlSource _source;
    private readonly List<Diagnostic> _problems;

    public EnvironmentLists(YamlSource source, List<Diagnostic> problems)
    {
        (_source, _problems) = (source, problems);
        Root = source.Root as YamlMappingNode;
        if (Root is null)
        {
            Expected("keys and values", source.Root);
        }
    }

    /// <summary>The root; null when it is not keys and values.</summary>
    public YamlMappingNode? Root { get; }

    /// <summary>Items of a list; none when the key is absent.</summary>
    public IReadOnlyList<YamlNode> Items(YamlMappingNode mapping, string key)
    {
        var value = mapping.Find(key);
        if (value is not null and not YamlSequenceNode)
        {
            Expected($"a list under {key}", value);
        }

        return value is YamlSequenceNode list ? [.. list.Children] : [];
    }

    /// <summary>An item that must be text; null when it is not.</summary>
    public LocatedText? Text(YamlNode item)
    {
        if (item is YamlScalarNode scalar && !item.IsNull())
        {
            if (Yaml11.DescribeNonText(scalar) is not { } found)
            {
                return new(scalar.Value!, _source.At(item));
            }

            _problems.Add(ModelDiagnostics.EnvironmentMalformed.At(
                $"Expected text, found {found}: that is how YAML reads {scalar.Value} without quotes. Write '{scalar.Value}'.", _source.At(item)));
            return null;
        }

        Expected("text", item);
        return null;
    }

    /// <summary>Items of a list of lines for pip.</summary>
    public IReadOnlyList<Requirement> Requirements(YamlMappingNode mapping, string key)
    {
        var requirements = new List<Requirement>();
        foreach (var line in Items(mapping, key).Select(Text).OfType<LocatedText>())
        {
            var requirement = RequirementParser.Parse(line.Text) with { Span = line.Span };
            RequirementsReader.CheckLine(requirement, _problems);
            requirements.Add(requirement);
        }

        return requirements;
    }

    private void Expected(string expected, YamlNode found) =>
        _problems.Add(ModelDiagnostics.EnvironmentMalformed.At($"Expected {expected}, found {found.Describe()}.", _source.At(found)));
}
