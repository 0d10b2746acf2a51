using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>Every dependency has one version.</summary>
internal sealed class PinnedRule : ICheckRule
{
    // MLflow itself writes ranges for the tools that install the rest.
    private static readonly string[] Installers = ["pip", "setuptools", "wheel"];

    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        var mlmodel = model.Model?.Value;
        var limited = model.Included.Expand([.. model.AllRequirements]).Where(requirement => !Installers.Contains(requirement.Name));
        foreach (var requirement in limited.DistinctBy(requirement => requirement.Text))
        {
            if (requirement.Kind == RequirementKind.Unpinned)
            {
                yield return Unpinned(mlmodel, requirement.Name, requirement.Text, requirement.Span);
            }
            else if (requirement.Kind == RequirementKind.Range)
            {
                yield return Range(requirement.Text, requirement.Span);
            }
        }

        if (model.Conda?.Value is not { } conda)
        {
            yield break;
        }

        foreach (var package in conda.Packages.Where(package => !Installers.Contains(package.Name)))
        {
            if (package.Version.Length == 0)
            {
                yield return Unpinned(mlmodel, RecordedVersions.NameOf(package), package.Text, package.Span);
            }
            else if (package.Pin is null)
            {
                yield return Range(package.Text, package.Span);
            }
        }

        if (conda is { Python: null, DependenciesSpan: { } place } && (conda.Packages.Count > 0 || conda.Requirements.Count > 0))
        {
            yield return CheckDiagnostics.Unpinned.At($"conda.yaml does not name python, so conda takes its newest{Recorded(mlmodel, "python")}.", place);
        }
    }

    private static Diagnostic Unpinned(MlModel? model, string name, string text, SourceSpan? span) =>
        CheckDiagnostics.Unpinned.At($"'{text}' has no version{Recorded(model, name)}.", span);

    private static Diagnostic Range(string text, SourceSpan? span) => CheckDiagnostics.Unpinned.At($"'{text}' allows more than one version.", span);

    private static string Recorded(MlModel? model, string name) => RecordedVersions.PinOf(model, name) is { } version ? $"; MLmodel records {version}" : "";
}
