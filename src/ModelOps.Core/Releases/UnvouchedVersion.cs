using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>A version that has an alias, and that no rollback will go back to: the ledger does not say how it came by it.</summary>
internal static class UnvouchedVersion
{
    /// <summary>The finding; null where the ledger vouches for the version, or the alias has none.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="model">Registered model.</param>
    /// <param name="alias">The alias that is about to move.</param>
    /// <param name="version">Version that it has.</param>
    public static Diagnostic? Judge(LedgerTrust ledger, ModelName model, AliasName alias, int? version)
    {
        if (version is not { } current || ledger.Vouches(alias, current) || ledger.Before.Any(entry => entry.Gives(alias, current)))
        {
            return null;
        }

        return ReleaseDiagnostics.AliasFromElsewhere.At(
            $"No entry of the ledger that counts has given '{alias}' to version {current} of '{model}': a rollback will not go back to it without --force.");
    }
}
