namespace ModelOps.Core.Contract;

/// <summary>An input's text before it is converted.</summary>
/// <param name="Texts">One text, or several for a list.</param>
/// <param name="Source">Where it was found, for <c>--explain</c> and error messages.</param>
public sealed record RawValue(IReadOnlyList<string> Texts, string Source);
