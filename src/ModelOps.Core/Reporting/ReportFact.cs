namespace ModelOps.Core.Reporting;

/// <summary>A line of a report.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value; text from outside.</param>
internal sealed record ReportFact(string Name, string Value)
{
    /// <summary>Where more of it is, as <see cref="ReportLink"/> lets it through; null when nobody knows.</summary>
    public string? Link { get; init; }
}
