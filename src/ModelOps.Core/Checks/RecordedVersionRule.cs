using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>The environment installs the versions that MLmodel records, in every file that says what to install.</summary>
internal sealed class RecordedVersionRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Model?.Value is not { } mlmodel)
        {
            return [];
        }

        var libraries =
            from recorded in RecordedVersions.Of(mlmodel)
            let version = PythonVersion.Parse(recorded.Version.Text)!
            from place in PlacesOf(model, recorded.Package, version)
            select CheckDiagnostics.VersionDisagrees.At(
                $"'{place.Text}' does not allow {recorded.Version.Text}, which MLmodel records as {recorded.Owner}.", place.Span);
        return [.. libraries, .. CheckPython(model, mlmodel), .. CheckMlflow(model, mlmodel)];
    }

    private static IEnumerable<(string Text, SourceSpan? Span)> PlacesOf(ModelDirectory model, string package, PythonVersion version) =>
    [
        .. model.EveryRequirement
            .Where(requirement => requirement.Name == package && requirement.Marker.Length == 0 && !VersionSpecifier.Allows(requirement.Specifier, version))
            .Select(requirement => (requirement.Text, requirement.Span)),
        .. (model.Conda?.Value?.Packages ?? [])
            .Where(conda => RecordedVersions.NameOf(conda) == package && !conda.Allows(version))
            .Select(conda => (conda.Text, (SourceSpan?)conda.Span)),
    ];

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
            var text = python.Text.TrimEnd('*').TrimEnd('.');
            if (PythonVersion.Parse(text) is { } other && !other.Agrees(version, Math.Min(2, text.Split('.').Length)))
            {
                yield return CheckDiagnostics.VersionDisagrees.At(
                    $"python is {python.Text} here, and MLmodel records python_version {recorded.Text}.", python.Span);
            }
        }
    }

    // MLflow pins its last release when a development version writes the model, and 2.3 pinned mlflow==2.3, so only what is written is compared then.
    private static IEnumerable<Diagnostic> CheckMlflow(ModelDirectory model, MlModel mlmodel)
    {
        if (mlmodel.MlflowVersion is not { } recorded || PythonVersion.Parse(recorded.Text) is not { } version)
        {
            return [];
        }

        return model.EveryRequirement
            .Where(requirement => requirement.Name is "mlflow" or "mlflow-skinny" && requirement.Kind == RequirementKind.Pinned)
            .Where(requirement => PythonVersion.Parse(requirement.Specifier.TrimStart('=')) is { } pin
                && !pin.Agrees(version, version.IsDevelopment ? 2 : Math.Min(3, requirement.Specifier.Split('.').Length)))
            .Select(requirement => CheckDiagnostics.VersionDisagrees.At(
                $"'{requirement.Text}' is not the version that wrote the model: MLmodel records mlflow_version {recorded.Text}.", requirement.Span));
    }
}
