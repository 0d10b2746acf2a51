using ModelOps.Core.Reporting.Documents;

namespace ModelOps.Core.Reporting.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Cells">A text a column; text from outside may be among them.</param>
/// <param name="Tone">How good what the row says is.</param>
internal sealed record ReportTableRow(IReadOnlyList<string> Cells, ReportTone Tone = ReportTone.Neutral)
{
    /// <summary>Shade of every cell, from 0 to <see cref="MaxShade"/>; empty when the cells have none.</summary>
    public IReadOnlyList<int> Shades { get; init; } = [];

    /// <summary>The darkest shade.</summary>
    public const int MaxShade = 5;
}
