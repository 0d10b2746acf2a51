using System.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Running;

/// <summary>The summary page of a step that ran for several models: a line a model, then each model's own words.</summary>
internal static class SeriesSummary
{
    public static string Of(VerbDescriptor verb, SeriesReport series)
    {
        var text = new StringBuilder($"### modelops {verb.CommandText}: {MarkdownText.Escape(series.Verdict)}\n");
        foreach (var finding in series.Diagnostics)
        {
            text.Append("\n- ").Append(ReportMarkdown.Line(finding));
        }

        if (series.Models.Count > 0)
        {
            text.Append('\n');
            ReportMarkdown.WriteTable(text, SeriesTable.Of(verb, series));
        }

        foreach (var model in series.Models)
        {
            text.Append("\n<details><summary>").Append(MarkdownText.Escape(model.Model)).Append(": ").Append(SeriesReport.Words(model.Report.ExitCode)).Append("</summary>\n\n")
                .Append(StepSummary.Of(model.Report)).Append("\n</details>\n");
        }

        return text.ToString();
    }
}
