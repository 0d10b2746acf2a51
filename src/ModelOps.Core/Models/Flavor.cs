using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Models;

/// <summary>One flavor of a model, known or not, with all its keys.</summary>
/// <param name="Name">Name of the flavor, as <c>sklearn</c>.</param>
/// <param name="Source">The MLmodel file.</param>
/// <param name="Keys">The keys under the name.</param>
internal sealed record Flavor(string Name, YamlSource Source, YamlMappingNode Keys)
{
    /// <summary>Name of the flavor by which any MLflow tool loads a model.</summary>
    public const string PythonFunction = "python_function";

    /// <summary>A key's text; null when it is absent, null or not a text.</summary>
    public LocatedText? Text(string key) =>
        Keys.Find(key) is YamlScalarNode scalar ? new(scalar.Value!, Source.At(scalar)) : null;
}
