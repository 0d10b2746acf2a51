using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Releases;

/// <summary>Reads the key of a ledger from the variable that modelops.yml names.</summary>
internal static class LedgerKey
{
    /// <summary>Fewest bytes: as many as the digest has.</summary>
    private const int FewestBytes = 32;

    /// <summary>What checks entries for somebody who only looks: without the key nothing is checked, and that is said.</summary>
    /// <param name="variable">Name of the variable; null where entries have no key.</param>
    /// <param name="environment">Environment variables.</param>
    /// <param name="report">Takes the finding.</param>
    public static LedgerSeal Reading(string? variable, IEnvironment environment, Action<Diagnostic> report)
    {
        if (variable is null || !string.IsNullOrEmpty(environment.Get(variable)))
        {
            return Seal(variable, environment);
        }

        report(ReleaseDiagnostics.LedgerKeyMissing.At($"The variable {variable} is not set: whether the entries of the ledger were written by who has its key is not checked.") with
        {
            Severity = Severity.Warning,
        });
        return LedgerSeal.Unchecked;
    }

    /// <summary>What seals the entries of an environment.</summary>
    /// <param name="variable">Name of the variable; null where entries have no key.</param>
    /// <param name="environment">Environment variables.</param>
    /// <exception cref="ModelOpsException">The variable is not set, or too short (MOP3025, exit 2).</exception>
    public static LedgerSeal Seal(string? variable, IEnvironment environment)
    {
        if (variable is null)
        {
            return LedgerSeal.Plain;
        }

        var key = Encoding.UTF8.GetBytes(environment.Get(variable) ?? "");
        return key.Length >= FewestBytes ? new(key) : throw new ModelOpsException(ExitCode.BadInput, ReleaseDiagnostics.LedgerKeyMissing.At(
            key.Length == 0 ? $"The variable {variable}, which modelops.yml names as the key of the ledger, is not set."
                : $"The variable {variable} has {key.Length} bytes; the key of a ledger has at least {FewestBytes}."));
    }
}
