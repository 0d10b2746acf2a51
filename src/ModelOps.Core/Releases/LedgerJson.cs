using System.Text.Json.Serialization;

namespace ModelOps.Core.Releases;

/// <summary>JSON of what the ledger itself has to say.</summary>
[JsonSerializable(typeof(AliasMoveReport))]
internal sealed partial class LedgerJson : JsonSerializerContext;
