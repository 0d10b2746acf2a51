using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.MlProject;

/// <summary>Reads an MLproject file.</summary>
internal sealed class MlProjectReader
{
    private const string ExpectedType = "string, float, path or uri";

    private readonly YamlSource _source;
    private readonly List<Diagnostic> _problems;

    private MlProjectReader(YamlSource source, List<Diagnostic> problems) => (_source, _problems) = (source, problems);

    /// <exception cref="ModelOpsException">It is not one (MOP5108); all problems at once.</exception>
    public static MlProjectFile Read(string file)
    {
        var problems = new List<Diagnostic>();
        var source = SafeYaml.LoadFile(file, SandboxDiagnostics.InvalidProject, problems);
        var entryPoints = source is null ? [] : new MlProjectReader(source, problems).ReadEntryPoints();
        return problems.Count == 0 ? new(file, entryPoints) : throw new ModelOpsException(ExitCode.BadInput, problems);
    }

    private List<EntryPoint> ReadEntryPoints()
    {
        var entryPoints = new List<EntryPoint>();
        foreach (var (key, node) in Pairs(Mapping(_source.Root, "the file")?.Find("entry_points"), "entry_points"))
        {
            if (Mapping(node, $"the entry point '{key.Value}'") is not { } mapping)
            {
                continue;
            }

            if (mapping.Find("command") is YamlScalarNode { Value: { Length: > 0 } command })
            {
                var parameters = Pairs(mapping.Find("parameters"), "parameters").Select(pair => ReadParameter(pair.Key, pair.Value)).ToList();
                entryPoints.Add(new(key.Value!, command, parameters, _source.At(key)));
            }
            else
            {
                Report(key, $"The entry point '{key.Value}' has no command; expected text.");
            }
        }

        return entryPoints;
    }

    // Short form: the type alone. Long form: type and default, either of which may be left out.
    private EntryPointParameter ReadParameter(YamlScalarNode key, YamlNode node)
    {
        var name = key.Value!;
        if (node is YamlMappingNode mapping)
        {
            return new(name, ReadType(name, mapping.Find("type")), ReadDefault(name, mapping.Find("default")), _source.At(key));
        }

        return new(name, ReadType(name, node.IsNull() ? null : node), null, _source.At(key));
    }

    private ParameterType ReadType(string name, YamlNode? node)
    {
        switch ((node as YamlScalarNode)?.Value)
        {
            case null when node is null:
            case "string":
                return ParameterType.String;
            case "float":
                return ParameterType.Float;
            case "path":
                return ParameterType.Path;
            case "uri":
                return ParameterType.Uri;
            default:
                Report(node!, $"The type of the parameter '{name}' is {node!.Describe()}; expected {ExpectedType}.");
                return ParameterType.String;
        }
    }

    private string? ReadDefault(string name, YamlNode? node)
    {
        if (node is null or YamlScalarNode)
        {
            return (node as YamlScalarNode)?.Value;
        }

        Report(node, $"The default of the parameter '{name}' is {node.Describe()}; expected text or a number.");
        return null;
    }

    private YamlMappingNode? Mapping(YamlNode node, string what)
    {
        if (node is YamlMappingNode mapping)
        {
            return mapping;
        }

        Report(node, $"Expected keys and values for {what}, found {node.Describe()}.");
        return null;
    }

    private IEnumerable<(YamlScalarNode Key, YamlNode Value)> Pairs(YamlNode? node, string what)
    {
        var mapping = node is null ? null : Mapping(node, what);
        foreach (var (key, value) in mapping?.Children.AsEnumerable() ?? [])
        {
            if (key is YamlScalarNode { Value.Length: > 0 } name)
            {
                yield return (name, value);
            }
            else
            {
                Report(key, $"Expected a name in {what}, found {key.Describe()}.");
            }
        }
    }

    private void Report(YamlNode node, string message) => _problems.Add(SandboxDiagnostics.InvalidProject.At(message, _source.At(node)));
}
