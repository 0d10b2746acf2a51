using ModelOps.Core.Models.Signature;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Models;

/// <summary>Content of an MLmodel file, written by MLflow 1.x to 3.x. Keys that are not named here stay in <see cref="Keys"/>.</summary>
internal sealed record MlModel
{
    /// <summary>The file.</summary>
    public required YamlSource Source { get; init; }

    /// <summary>All top-level keys.</summary>
    public required YamlMappingNode Keys { get; init; }

    /// <summary>All flavors in the order of the file.</summary>
    public required IReadOnlyList<Flavor> Flavors { get; init; }

    /// <summary>Version of MLflow that wrote the model; absent in files of before 1.19.</summary>
    public LocatedText? MlflowVersion { get; init; }

    /// <summary>The signature; null when the model has none.</summary>
    public Reading<ModelSignature>? Signature { get; init; }

    /// <summary>The input example; null when the model has none.</summary>
    public ExampleInfo? Example { get; init; }

    /// <summary>The flavor by which any MLflow tool loads the model.</summary>
    public Flavor? PythonFunction => Flavors.FirstOrDefault(flavor => flavor.Name == Flavor.PythonFunction);

    /// <summary>
    /// Environment files that the python_function flavor names, by kind: <c>conda</c>, <c>virtualenv</c>. A plain string is MLflow 1.x for
    /// conda.
    /// </summary>
    public IReadOnlyDictionary<string, LocatedText> EnvironmentFiles =>
        PythonFunction?.Keys.Find("env") switch
        {
            YamlScalarNode only => new Dictionary<string, LocatedText> { ["conda"] = new(only.Value!, Source.At(only)) },
            YamlMappingNode both => both.Children
                .Where(pair => pair.Value is YamlScalarNode && !pair.Value.IsNull())
                .ToDictionary(
                    pair => ((YamlScalarNode)pair.Key).Value!,
                    pair => new LocatedText(((YamlScalarNode)pair.Value).Value!, Source.At(pair.Value))),
            _ => new Dictionary<string, LocatedText>(),
        };
}
