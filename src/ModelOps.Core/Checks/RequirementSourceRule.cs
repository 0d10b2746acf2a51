using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>Packages come from where they cannot be replaced on the way.</summary>
internal sealed partial class RequirementSourceRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        var requirements = model.AllRequirements.ToList();
        var areHashed = requirements.Where(requirement => requirement.Name.Length > 0).All(requirement => requirement.Hashes.Count > 0);
        return requirements.Select(requirement => Check(model, requirement, areHashed)).OfType<Diagnostic>();
    }

    private static Diagnostic? Check(ModelDirectory model, Requirement requirement, bool areHashed)
    {
        if (IsInsecure(requirement))
        {
            return CheckDiagnostics.InsecureSource.At($"'{requirement.Text}' downloads without a verified connection.", requirement.Span);
        }

        return requirement.Kind switch
        {
            RequirementKind.Editable when !requirement.Target.Contains("://", StringComparison.Ordinal) => Local(requirement, "is an editable source"),
            RequirementKind.RequirementsFile or RequirementKind.ConstraintsFile =>
                SafeRelativePath.TryValidate(requirement.Target, out var problem) ? null : Local(requirement, $"names a path that {problem}"),
            RequirementKind.Path when requirement.Name.Length > 0 || !IsInside(model, requirement.Target) => Local(requirement, "names a path that is not in the model"),
            RequirementKind.Editable or RequirementKind.Vcs when !Commit().IsMatch(requirement.Target) => ByUrl(requirement, "no full commit after @"),
            RequirementKind.Url when requirement.Hashes.Count == 0 && !Hash().IsMatch(requirement.Target) => ByUrl(requirement, "no #sha256="),
            RequirementKind.ExtraIndex when !areHashed => CheckDiagnostics.ExtraIndex.At(
                $"'{requirement.Text}' adds a place that packages come from.", requirement.Span),
            _ => null,
        };
    }

    private static bool IsInsecure(Requirement requirement) =>
        requirement.Text.StartsWith("--trusted-host", StringComparison.Ordinal)
        || requirement.Target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || requirement.Target.StartsWith("git://", StringComparison.OrdinalIgnoreCase)
        || requirement.Target.Contains("+http://", StringComparison.OrdinalIgnoreCase)
        || requirement.Target.Contains("+git://", StringComparison.OrdinalIgnoreCase);

    private static bool IsInside(ModelDirectory model, string path) =>
        model.Find(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path) == EntryKind.File;

    private static Diagnostic Local(Requirement requirement, string problem) =>
        CheckDiagnostics.LocalRequirement.At($"'{requirement.Text}' {problem}.", requirement.Span);

    private static Diagnostic ByUrl(Requirement requirement, string problem) =>
        CheckDiagnostics.UrlRequirement.At($"'{requirement.Text}' has {problem}.", requirement.Span);

    [GeneratedRegex(@"@[0-9a-fA-F]{40}(?:#|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();

    [GeneratedRegex(@"#(?:.*&)?sha(?:256|384|512)=[0-9a-fA-F]{64,}", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();
}
