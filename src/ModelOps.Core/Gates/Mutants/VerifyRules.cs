using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>What must hold in the section <c>gates.verify</c> of modelops.yml.</summary>
internal static class VerifyRules
{
    /// <summary>Checks the section.</summary>
    /// <param name="scope">The section <c>gates</c>.</param>
    /// <param name="known">Names of the mutants that there are.</param>
    public static void Check(GateRuleScope scope, IReadOnlyList<string> known)
    {
        if (scope.Place.Find("verify") is not { } place)
        {
            return;
        }

        var verify = scope.Gates.Verify;
        foreach (var (key, names) in new[] { ("required", verify.Required), ("optional", verify.Optional) })
        {
            foreach (var name in names.Where(name => !known.Contains(name)))
            {
                place.Misconfigured(key, $"There is no mutant '{name}'.{Suggestion.Hint(name, known)}");
            }
        }

        foreach (var name in verify.Required.Intersect(verify.Optional, StringComparer.Ordinal))
        {
            place.Misconfigured("optional", $"'{name}' is under required and under optional.");
        }
    }
}
