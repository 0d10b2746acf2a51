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
        foreach (var requirement in model.AllRequirements.Where(requirement => !Installers.Contains(requirement.Name)))
        {
            if (requirement.Kind == RequirementKind.Unpinned)
            {
                yield return Unpinned(requirement.Text, requirement.Span);
            }
            else if (requirement.Kind == RequirementKind.Range)
            {
                yield return Range(requirement.Text, requirement.Span);
            }
        }

        foreach (var package in (model.Conda?.Value?.Packages ?? []).Where(package => !Installers.Contains(package.Name)))
        {
            if (package.Version.Length == 0)
            {
                yield return Unpinned(package.Text, package.Span);
            }
            else if (package.Pin is null)
            {
                yield return Range(package.Text, package.Span);
            }
        }
    }

    private static Diagnostic Unpinned(string text, SourceSpan? span) =>
        CheckDiagnostics.Unpinned.At($"'{text}' has no version.", span);

    private static Diagnostic Range(string text, SourceSpan? span) =>
        CheckDiagnostics.Unpinned.At($"'{text}' allows more than one version.", span) with { Severity = Severity.Warning };
}
