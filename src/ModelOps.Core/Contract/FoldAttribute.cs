namespace ModelOps.Core.Contract;

/// <summary>Folds rows that say the same to one line for people: those with one value in one column, for every value of another.</summary>
/// <param name="by">Property of the row that has a line each.</param>
/// <param name="when">Property of the row that tells which rows are folded.</param>
/// <param name="value">Its value in rows that are folded, as people read it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FoldAttribute(string by, string when, string value) : Attribute
{
    /// <summary>Property of the row that has a line each.</summary>
    public string By { get; } = by;

    /// <summary>Property of the row that tells which rows are folded.</summary>
    public string When { get; } = when;

    /// <summary>Its value in rows that are folded.</summary>
    public string Value { get; } = value;
}
