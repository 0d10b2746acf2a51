namespace ModelOps.Core.Models;

/// <summary>
/// The keys of MLmodel by which MLflow finds files, with what it does with each. All other keys are only recorded: artifact_path and run_id of the model,
/// source_model_name and source_model_revision of transformers, uri of an artifact, metadata and resources.
/// </summary>
internal static class PathTable
{
    // Flavors of MLflow itself: it looks for the file where the key says.
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal)
    {
        Flavor.PythonFunction, "catboost", "diviner", "dspy", "fastai", "gluon", "h2o", "johnsnowlabs", "keras", "langchain", "lightgbm", "llama_index",
        "mleap", "onnx", "openai", "paddle", "pmdarima", "promptflow", "prophet", "pytorch", "sentence_transformers", "sklearn", "spacy", "spark",
        "statsmodels", "tensorflow", "transformers", "xgboost",
    };

    private static readonly Dictionary<string, PathUse> Keys = new(StringComparer.Ordinal)
    {
        ["data"] = PathUse.Joined,
        ["code"] = PathUse.Joined,
        ["model_path"] = PathUse.Joined,
        ["model_data"] = PathUse.Joined,
        ["model_code_path"] = PathUse.LastPart,
        ["python_model"] = PathUse.Joined,
        ["pickled_model"] = PathUse.Joined,
        ["saved_model_dir"] = PathUse.Joined,
        ["model_binary"] = PathUse.Joined,
        ["local_base_model_path"] = PathUse.Joined,
        ["peft_adaptor"] = PathUse.Joined,
        ["agent_data"] = PathUse.Joined,
        ["tools_data"] = PathUse.Joined,
        ["loader_fn"] = PathUse.Joined,
        ["persist_dir"] = PathUse.Joined,
    };

    /// <summary>The keys, in the order in which findings are reported.</summary>
    public static IEnumerable<string> All => Keys.Keys;

    /// <summary>Keys that hold paths below them: <c>{name: {path}}</c>, a list of <c>{path}</c>, or one <c>{path}</c>. All are joined.</summary>
    public static IReadOnlyList<string> Holders { get; } = ["artifacts", "extra_files", "requirements_file"];

    /// <summary>What MLflow does with a key of a flavor.</summary>
    public static PathUse UseOf(Flavor flavor, string key) =>
        key is "pickled_model" or "model_path" && (flavor.Name == "paddle" || flavor.Text("loader_module")?.Text == "mlflow.paddle") ? PathUse.Stem : Keys[key];

    /// <summary>Whether MLflow itself loads a flavor, in Python or in R.</summary>
    public static bool IsOfMlflow(Flavor flavor) => BuiltIn.Contains(flavor.Name) || flavor.Name == "crate";

    /// <summary>Whether MLflow itself reads the flavor's files: another module may mean something else by the same keys.</summary>
    public static bool IsReadByMlflow(Flavor flavor) =>
        BuiltIn.Contains(flavor.Name)
        && (flavor.Name != Flavor.PythonFunction || flavor.Text("loader_module") is not { Text: var loader } || loader == "mlflow" || loader.StartsWith("mlflow.", StringComparison.Ordinal));
}
