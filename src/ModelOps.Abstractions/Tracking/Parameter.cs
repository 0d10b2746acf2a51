namespace ModelOps.Abstractions.Tracking;

/// <summary>A parameter of a run, which never changes once it is logged.</summary>
/// <param name="Name">Name; has the form of a <see cref="Tag.Key"/>.</param>
/// <param name="Value">Value, at most 6000 characters.</param>
public sealed record Parameter(string Name, string Value);
