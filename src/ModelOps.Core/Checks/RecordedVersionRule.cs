using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>The environment installs the versions that MLmodel records.</summary>
internal sealed class RecordedVersionRule : ICheckRule
{
    private static readonly (string Flavor, string Key, string Package)[] Recorded =
    [
        (Flavor.PythonFunction, "cloudpickle_version", "cloudpickle"),
        ("sklearn", "sklearn_version", "scikit-learn"),
        ("xgboost", "xgb_version", "xgboost"),
        ("lightgbm", "lgb_version", "lightgbm"),
        ("catboost", "catboost_version", "catboost"),
        ("pytorch", "pytorch_version", "torch"),
        ("keras", "keras_version", "keras"),
        ("onnx", "onnx_version", "onnx"),
        ("transformers", "transformers_version", "transformers"),
        ("spark", "pyspark_version", "pyspark"),
        ("langchain", "langchain_version", "langchain"),
        ("openai", "openai_version", "openai"),
        ("statsmodels", "statsmodels_version", "statsmodels"),
        ("prophet", "prophet_version", "prophet"),
        ("spacy", "spacy_version", "spacy"),
    ];

    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Model?.Value is not { } mlmodel)
        {
            return [];
        }

        var libraries =
            from recorded in Recorded
            from flavor in mlmodel.Flavors.Where(flavor => flavor.Name == recorded.Flavor)
            let version = flavor.Text(recorded.Key)
            where version is not null && PythonVersion.Parse(version.Text) is not null
            from requirement in model.AllRequirements.Where(requirement => requirement.Name == recorded.Package && requirement.Marker.Length == 0)
            where !VersionSpecifier.Allows(requirement.Specifier, PythonVersion.Parse(version.Text)!)
            select CheckDiagnostics.VersionDisagrees.At(
                $"'{requirement.Text}' does not allow {version.Text}, which MLmodel records as {recorded.Flavor}.{recorded.Key}.", requirement.Span);
        return [.. libraries, .. CheckPython(model, mlmodel), .. CheckMlflow(model, mlmodel)];
    }

    private static IEnumerable<Diagnostic> CheckPython(ModelDirectory model, MlModel mlmodel)
    {
        if (mlmodel.PythonFunction?.Text("python_version") is not { } recorded || PythonVersion.Parse(recorded.Text) is not { } version)
        {
            yield break;
        }

        // Pickles and wheels depend on major and minor; patches are compatible.
        LocatedText?[] environments = [model.Python?.Value?.Python, model.Conda?.Value?.Python is { Pin: { } pin } conda ? new(pin, conda.Span) : null];
        foreach (var python in environments.OfType<LocatedText>())
        {
            if (PythonVersion.Parse(python.Text.TrimEnd('*').TrimEnd('.')) is { } other && !other.Agrees(version, Math.Min(2, python.Text.Split('.').Length)))
            {
                yield return CheckDiagnostics.VersionDisagrees.At(
                    $"python is {python.Text} here, and MLmodel records python_version {recorded.Text}.", python.Span);
            }
        }
    }

    // MLflow pins its last release when a development version writes the model, so only major and minor are compared then.
    private static IEnumerable<Diagnostic> CheckMlflow(ModelDirectory model, MlModel mlmodel)
    {
        if (mlmodel.MlflowVersion is not { } recorded || PythonVersion.Parse(recorded.Text) is not { } version)
        {
            return [];
        }

        return model.AllRequirements
            .Where(requirement => requirement.Name is "mlflow" or "mlflow-skinny" && requirement.Kind == RequirementKind.Pinned)
            .Where(requirement => PythonVersion.Parse(requirement.Specifier.TrimStart('=')) is { } pin && !pin.Agrees(version, version.IsDevelopment ? 2 : 3))
            .Select(requirement => CheckDiagnostics.VersionDisagrees.At(
                $"'{requirement.Text}' is not the version that wrote the model: MLmodel records mlflow_version {recorded.Text}.", requirement.Span)
                with { Severity = Severity.Warning });
    }
}
