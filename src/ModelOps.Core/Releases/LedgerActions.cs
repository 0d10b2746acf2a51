namespace ModelOps.Core.Releases;

/// <summary>Actions of ledger entries that more than one part of the toolkit reads.</summary>
internal static class LedgerActions
{
    public const string Validate = "validate";
}
