using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models.Signature;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Models;

/// <summary>Reads MLmodel. What is malformed is reported; what is unknown is kept.</summary>
internal sealed class MlModelReader
{
    private readonly YamlSource _source;
    private readonly List<Diagnostic> _problems;

    private MlModelReader(YamlSource source, List<Diagnostic> problems) => (_source, _problems) = (source, problems);

    public static Reading<MlModel> Read(string file)
    {
        var problems = new List<Diagnostic>();
        var source = SafeYaml.LoadFile(file, ModelDiagnostics.Malformed, problems);
        return new(source is null ? null : new MlModelReader(source, problems).Read(), problems);
    }

    private MlModel? Read()
    {
        if (_source.Root is not YamlMappingNode keys)
        {
            Expected("keys and values", _source.Root);
            return null;
        }

        CheckEnvironment(keys);
        var flavors = ReadFlavors(keys);
        CheckTexts(flavors);
        return new()
        {
            Source = _source,
            Keys = keys,
            Flavors = flavors,
            MlflowVersion = Text(keys, "mlflow_version"),
            Signature = Mapping(keys, "signature") is { } signature ? new SignatureReader(_source).Read(signature) : null,
            Example = Mapping(keys, "saved_input_example_info") is { } example ? ReadExample(example) : null,
        };
    }

    private List<Flavor> ReadFlavors(YamlMappingNode keys)
    {
        var flavors = new List<Flavor>();
        foreach (var (name, value) in (Mapping(keys, "flavors") ?? []).Children)
        {
            if (value is YamlMappingNode || value.IsNull())
            {
                flavors.Add(new(((YamlScalarNode)name).Value ?? "", _source, value as YamlMappingNode ?? []));
            }
            else
            {
                Expected($"keys and values under the flavor '{name}'", value);
            }
        }

        return flavors;
    }

    private ExampleInfo ReadExample(YamlMappingNode example) => new()
    {
        ArtifactPath = Text(example, "artifact_path"),
        ServingPath = Text(example, "serving_input_path"),
        Type = Text(example, "type")?.Text ?? "",
        HasParams = Text(example, "params")?.Text == "true",
    };

    private void CheckEnvironment(YamlMappingNode keys)
    {
        var flavor = ((keys.Find("flavors") as YamlMappingNode)?.Find(Flavor.PythonFunction) as YamlMappingNode)?.Find("env");
        if (flavor is YamlMappingNode both)
        {
            foreach (var (name, value) in both.Children.Where(pair => pair.Value is not YamlScalarNode))
            {
                Expected($"the name of a file under env.{name}", value);
            }
        }
        else if (flavor is YamlSequenceNode)
        {
            Expected("the name of a file, or conda and virtualenv, under env", flavor);
        }
    }

    // MLflow joins paths and splits versions: a number in their place ends the loading with an exception of Python.
    private void CheckTexts(IEnumerable<Flavor> flavors)
    {
        foreach (var flavor in flavors.Where(PathTable.IsReadByMlflow))
        {
            foreach (var scalar in PathTable.All.Concat(["loader_module", "python_version"]).Select(flavor.Keys.Find).OfType<YamlScalarNode>())
            {
                if (Yaml11.DescribeNonText(scalar) is { } found)
                {
                    _problems.Add(ModelDiagnostics.Malformed.At(
                        $"Expected text, found {found}: that is how YAML reads {scalar.Value} without quotes. Write '{scalar.Value}'.", _source.At(scalar)));
                }
            }
        }
    }

    private LocatedText? Text(YamlMappingNode keys, string key)
    {
        var value = keys.Find(key);
        if (value is not null and not YamlScalarNode)
        {
            Expected($"text for {key}", value);
        }

        return value is YamlScalarNode scalar ? new(scalar.Value!, _source.At(scalar)) : null;
    }

    private YamlMappingNode? Mapping(YamlMappingNode keys, string key)
    {
        var value = keys.Find(key);
        if (value is not null and not YamlMappingNode)
        {
            Expected($"keys and values under {key}", value);
        }

        return value as YamlMappingNode;
    }

    private void Expected(string expected, YamlNode found) =>
        _problems.Add(ModelDiagnostics.Malformed.At($"Expected {expected}, found {found.Describe()}.", _source.At(found)));
}
