using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Html;

/// <summary>Writes tables. On a narrow screen every row becomes a list of its cells with their titles.</summary>
internal static class HtmlTable
{
    public static void Write(Markup html, ReportTable table, string style)
    {
        using var frame = html.Open("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", table.Caption));
        using var outer = html.Open("table", ("class", style), ("role", "table"));
        html.Element("caption", table.Caption);
        using (html.Open("thead", ("role", "rowgroup")))
        using (html.Open("tr", ("role", "row")))
        {
            foreach (var column in table.Columns.Where(column => column.Kind != ReportColumnKind.Remark))
            {
                html.Element("th", column.Title, ("scope", "col"), ("role", "columnheader"), ("class", ClassOf(column.Kind)));
            }
        }

        using (html.Open("tbody", ("role", "rowgroup")))
        {
            foreach (var row in table.Rows)
            {
                WriteRow(html, table, row);
                WriteRemark(html, table, row);
            }
        }
    }

    /// <summary>A word with a sign and a colour for its tone.</summary>
    public static void WriteBadge(Markup html, string text, ReportTone tone)
    {
        using var badge = html.Open("span", ("class", $"badge {ToneStyle.NameOf(tone)}"));
        html.Element("span", ToneStyle.SignOf(tone), ("aria-hidden", "true"));
        html.Element("span", text);
    }

    private static void WriteRow(Markup html, ReportTable table, ReportTableRow row)
    {
        using var outer = html.Open("tr", ("role", "row"), ("class", $"row-{ToneStyle.NameOf(row.Tone)}"));
        for (var index = 0; index < row.Cells.Count; index++)
        {
            var column = table.Columns[index];
            var style = ClassOf(column.Kind) + (row.Shades.Count > 0 ? $" shade{row.Shades[index]}" : "");
            switch (column.Kind)
            {
                case ReportColumnKind.Remark:
                    break;
                case ReportColumnKind.Header:
                    html.Element("th", row.Cells[index], ("scope", "row"), ("role", "rowheader"), ("class", style));
                    break;
                case ReportColumnKind.Status when row.Cells[index].Length > 0:
                    using (html.Open("td", ("role", "cell"), ("class", style), ("data-title", column.Title)))
                    {
                        WriteBadge(html, row.Cells[index], row.Tone);
                    }

                    break;
                default:
                    html.Element(
                        "td", row.Cells[index], ("role", "cell"), ("class", row.Cells[index].Length == 0 ? $"{style} none" : style), ("data-title", column.Title));
                    break;
            }
        }
    }

    // A row of its own, over the width of the table, beneath the row that it explains.
    private static void WriteRemark(Markup html, ReportTable table, ReportTableRow row)
    {
        for (var index = 0; index < row.Cells.Count; index++)
        {
            if (table.Columns[index].Kind == ReportColumnKind.Remark && row.Cells[index].Length > 0)
            {
                using var outer = html.Open("tr", ("role", "row"), ("class", $"remark row-{ToneStyle.NameOf(row.Tone)}"));
                html.Element("td", row.Cells[index], ("role", "cell"), ("colspan", $"{table.Columns.Count - 1}"), ("class", "words"), ("data-title", table.Columns[index].Title));
            }
        }
    }

    private static string ClassOf(ReportColumnKind kind) => kind switch
    {
        ReportColumnKind.Number => "number",
        ReportColumnKind.Code => "code",
        ReportColumnKind.Status => "status",
        ReportColumnKind.Header => "subject",
        _ => "words",
    };
}
