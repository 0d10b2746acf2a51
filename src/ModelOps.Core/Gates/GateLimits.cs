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

    /// <summary>The limit that a value meets but for rounding, else the value: what is shown must not contradict what is said of it.</summary>
    public double Snap(double value) =>
        Min is { } min && Math.Abs(value - min) <= Rounding ? min
        : Max is { } max && Math.Abs(value - max) <= Rounding ? max
        : value;

    public bool Hold(double value) => !(value < Min - Rounding) && !(value > Max + Rounding);
}
