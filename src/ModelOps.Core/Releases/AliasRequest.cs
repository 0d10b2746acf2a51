using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>A wish to change an alias.</summary>
/// <param name="Verb">Why.</param>
/// <param name="Model">Registered model.</param>
/// <param name="Alias">The alias as the call spells it.</param>
/// <param name="AllowOlder">Whether an older commit may replace a newer one.</param>
internal sealed record AliasRequest(AliasVerb Verb, ModelName Model, AliasName Alias, bool AllowOlder = false)
{
    public bool Asks(AliasCheck check) => AliasTable.Asks(Verb, check);
}
