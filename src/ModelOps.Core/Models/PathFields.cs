using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Models;

/// <summary>Finds every path in MLmodel, except for environment files.</summary>
internal static class PathFields
{
    // Keys that hold a path in at least one of MLflow's flavors.
    private static readonly string[] Keys =
    [
        "data", "code", "model_path", "model_data", "model_code_path", "python_model", "pickled_model", "saved_model_dir", "model_binary",
        "local_base_model_path", "peft_adaptor", "agent_data", "tools_data", "loader_fn", "persist_dir",
    ];

    private static readonly string[] Holders = ["artifacts", "extra_files", "requirements_file"];

    // Flavors of MLflow itself; in any other the same key may mean something else, so that only its form is checked.
    private static readonly HashSet<string> KnownFlavors = new(StringComparer.Ordinal)
    {
        Flavor.PythonFunction, "sklearn", "xgboost", "lightgbm", "catboost", "pytorch", "tensorflow", "keras", "onnx", "transformers",
        "sentence_transformers", "spark", "statsmodels", "prophet", "spacy", "h2o", "langchain", "llama_index", "dspy", "openai",
    };

    public static IEnumerable<PathField> Of(MlModel model)
    {
        foreach (var flavor in model.Flavors)
        {
            var isKnown = KnownFlavors.Contains(flavor.Name);
            foreach (var field in Keys.Select(key => Field(flavor, key, isKnown)).Concat(Nested(flavor, isKnown)).OfType<PathField>())
            {
                yield return field;
            }
        }

        if (model.Example?.ArtifactPath is { } example)
        {
            yield return new("saved_input_example_info.artifact_path", example.Text, example.Span, MustExist: true);
        }

        if (model.Example?.ServingPath is { } serving)
        {
            yield return new("saved_input_example_info.serving_input_path", serving.Text, serving.Span, MustExist: true);
        }
    }

    private static PathField? Field(Flavor flavor, string key, bool isKnown) =>
        flavor.Text(key) is { } path ? new($"{flavor.Name}.{key}", path.Text, path.Span, isKnown) : null;

    // python_function.artifacts is {name: {path, uri}}; pytorch.extra_files is a list of {path}, requirements_file one {path}.
    private static IEnumerable<PathField> Nested(Flavor flavor, bool isKnown)
    {
        var parents = Holders.Select(flavor.Keys.Find);
        var holders = parents.SelectMany(parent => parent switch
        {
            YamlMappingNode { Children: var children } mapping => children.Values.Append(mapping),
            YamlSequenceNode list => list.Children,
            _ => [],
        });
        foreach (var path in holders.OfType<YamlMappingNode>().Select(holder => holder.Find("path")).OfType<YamlScalarNode>())
        {
            yield return new($"{flavor.Name} artifact", path.Value!, flavor.Source.At(path), isKnown);
        }
    }
}
