namespace ModelOps.Core.Gates;

/// <summary>Between which numbers a value passes; the limits themselves pass.</summary>
/// <param name="Min">Smallest value; null when there is none.</param>
/// <param name="Max">Largest value; null when there is none.</param>
/// <param name="Unit">Unit with a space before it, such as <c> ms</c>.</param>
/// <param name="Rounding">By how much a computed value may miss a limit.</param>
internal sealed record GateLimits(double? Min, double? Max, string Unit = "", double Rounding = 0)
{
    /// <summary>The limits for a table.</summary>
    public string Text => string.Join(" and ", new[]
    {
        Min is { } min ? $">= {GateText.Limit(min)}{Unit}" : null,
        Max is { } max ? $"<= {GateText.Limit(max)}{Unit}" : null,
    }.Where(text => text is not null));

    public bool Hold(double value) => !(value < Min - Rounding) && !(value > Max + Rounding);
}
