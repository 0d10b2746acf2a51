using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>Versions of packages that MLmodel records: what the model was made with.</summary>
internal static class RecordedVersions
{
    private static readonly (string Flavor, string Key, string Package)[] Keys =
    [
        (Flavor.PythonFunction, "cloudpickle_version", "cloudpickle"),
        ("sklearn", "sklearn_version", "scikit-learn"),
        ("xgboost", "xgb_version", "xgboost"),
        ("lightgbm", "lgb_version", "lightgbm"),
        ("catboost", "catboost_version", "catboost"),
        ("pytorch", "pytorch_version", "torch"),
        ("keras", "keras_version", "keras"),
        ("tensorflow", "keras_version", "keras"),
        ("onnx", "onnx_version", "onnx"),
        ("transformers", "transformers_version", "transformers"),
        ("spark", "pyspark_version", "pyspark"),
        ("langchain", "langchain_version", "langchain"),
        ("openai", "openai_version", "openai"),
        ("statsmodels", "statsmodels_version", "statsmodels"),
        ("prophet", "prophet_version", "prophet"),
        ("spacy", "spacy_version", "spacy"),
    ];

    // Where conda calls a package otherwise than PyPI.
    private static readonly Dictionary<string, string> CondaNames = new(StringComparer.Ordinal)
    {
        ["pytorch"] = "torch", ["py-xgboost"] = "xgboost", ["py-xgboost-cpu"] = "xgboost", ["py-xgboost-gpu"] = "xgboost",
    };

    /// <summary>What MLmodel records of libraries: package, version and the key that says it.</summary>
    public static IEnumerable<(string Package, LocatedText Version, string Owner)> Of(MlModel model) =>
        from recorded in Keys
        from flavor in model.Flavors.Where(flavor => flavor.Name == recorded.Flavor)
        let version = flavor.Text(recorded.Key)
        where version is not null && PythonVersion.Parse(version.Text) is not null
        select (recorded.Package, version, $"{recorded.Flavor}.{recorded.Key}");

    /// <summary>The version to which an unpinned package can be pinned; null when MLmodel records none, or one that no index has.</summary>
    /// <param name="model">MLmodel; null when it cannot be read.</param>
    /// <param name="package">Name as indexes compare it.</param>
    public static string? PinOf(MlModel? model, string package)
    {
        var version = model is null ? null
            : package is "mlflow" or "mlflow-skinny" ? model.MlflowVersion?.Text
            : package == "python" ? model.PythonFunction?.Text("python_version")?.Text
            : Of(model).FirstOrDefault(recorded => recorded.Package == package).Version?.Text;
        return version is not null && PythonVersion.Parse(version) is { IsDevelopment: false } ? version.Split('+')[0] : null;
    }

    /// <summary>PyPI's name of a package of conda.</summary>
    public static string NameOf(CondaPackage package) => CondaNames.GetValueOrDefault(package.Name, RequirementParser.Normalise(package.Name));
}
