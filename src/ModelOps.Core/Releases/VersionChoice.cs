using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>How a call names a version.</summary>
/// <param name="Number">Its number; null when the call gives none.</param>
/// <param name="Alias">Its alias; null when the call gives none.</param>
/// <param name="AliasInput">Name of the input that gives the alias.</param>
internal sealed record VersionChoice(int? Number, AliasName? Alias, string AliasInput = "from-alias");
