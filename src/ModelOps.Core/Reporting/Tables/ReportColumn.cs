namespace ModelOps.Core.Reporting.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record ReportColumn(string Title, ReportColumnKind Kind = ReportColumnKind.Text);
