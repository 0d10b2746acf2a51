using System.Text.Json;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Releases;

/// <summary>What the ledger has of a move before it is made.</summary>
/// <param name="Alias">The alias.</param>
/// <param name="From">Version that it leaves; null for none.</param>
/// <param name="To">Version that it goes to.</param>
internal sealed record AliasMoveReport(string Alias, int? From, int To)
{
    private static readonly JsonSerializerOptions Written = ValueJson.Create(LedgerJson.Default);

    /// <summary>The report as JSON.</summary>
    public byte[] Document() => ValueJson.Document(this, Written);
}
