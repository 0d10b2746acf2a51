using System.Globalization;
using System.Text;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Verbs.GatesVerify;

/// <summary>What became of mutants, as rows and as Markdown.</summary>
internal static class MutantTable
{
    /// <summary>Rows for the verb's output.</summary>
    public static IReadOnlyList<MutantRow> Rows(MutantReport report) =>
    [
        .. report.Outcomes.Select(outcome => new MutantRow(
            outcome.Mutant.Name,
            outcome.IsRequired,
            new InputName(outcome.Status.ToString()).Kebab.Replace('-', ' '),
            outcome.StoppedBy,
            outcome.Mutant.Change,
            outcome.Detail)),
    ];

    /// <summary>A page of its own.</summary>
    /// <param name="candidate">What the good candidate is called.</param>
    /// <param name="report">The report.</param>
    public static string Markdown(string candidate, MutantReport report)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Can the gates fail?\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Bad candidates made of {MarkdownText.Escape(candidate)}: {report.Stopped} stopped, {report.Survived} survived");
        page.Append(CultureInfo.InvariantCulture, $" ({report.RequiredSurvivors.Count} of them had to be stopped). Score: {report.Score:0.#} %.\n\n");
        page.Append("| Mutant | Required | Status | Stopped by | What was made bad | Detail |\n|---|---|---|---|---|---|\n");
        foreach (var row in Rows(report))
        {
            string[] cells = [row.Mutant, row.Required ? "yes" : "no", row.Status, string.Join(", ", row.StoppedBy), row.Change, row.Detail];
            page.Append("| ").AppendJoin(" | ", cells.Select(MarkdownText.Escape)).Append(" |\n");
        }

        return page.ToString();
    }
}
