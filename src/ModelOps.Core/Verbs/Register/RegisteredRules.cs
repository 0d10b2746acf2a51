using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Sources;
using ModelOps.Core.Verbs.Check;

namespace ModelOps.Core.Verbs.Register;

/// <summary>The rules of <c>check</c> on what is about to become a version. They read the package: what is checked is what is registered.</summary>
internal static class RegisteredRules
{
    /// <summary>Says what is no error, and returns the errors.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> JudgeAsync(Registration registration, PackagedSource source, CancellationToken cancellationToken)
    {
        var context = registration.Context;
        using var model = await OutlinedModel.CreateAsync(source.Package, source.Name, context.Progress, cancellationToken);
        var check = new ModelCheck(model.Directory, SectionsOf(registration, source), context, isPacked: true);

        // Notes are for who asks check. What no severity lowers is said in any case.
        var found = check.Find(cancellationToken)
            .Where(finding => finding.Severity != Severity.Info && (!registration.Settings.NoCheck || Severities.Fixed.Contains(finding.Code)));
        var findings = model.Named([.. registration.Settings.NoCheck ? found : check.Waived(found)]);
        foreach (var finding in findings.Where(finding => finding.Severity != Severity.Error))
        {
            context.Report(finding);
        }

        return [.. findings.Where(finding => finding.Severity == Severity.Error)];
    }

    // The name counts wherever the files are, and waivers for a directory count under every name.
    private static IEnumerable<ModelSection> SectionsOf(Registration registration, PackagedSource source) =>
        new[] { registration.Section }.OfType<ModelSection>()
            .Concat(ModelCheck.SectionsOf(registration.Context.Configuration, source.Name))
            .DistinctBy(section => section.Name);
}
