using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Docs;

/// <summary>Emits the table of exit codes.</summary>
internal static class ExitCodePageEmitter
{
    public static IReadOnlyDictionary<string, string> Emit() =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["docs/reference/exit-codes.md"] = EmitPage() };

    private static string EmitPage() =>
        new TextLines()
            .Add($"<!-- {EmittedHeader.For(nameof(ExitCode))} -->")
            .Add("# Exit codes")
            .Add()
            .Add("One table for every verb on every front.")
            .Add()
            .Add("| Code | Name | Meaning |")
            .Add("|---:|---|---|")
            .AddAll(Enum.GetValues<ExitCode>().Select(code =>
                $"| {((int)code).ToString(CultureInfo.InvariantCulture)} | {code} | {MarkdownText.Escape(SourceComments.SummaryOf(code))} |"))
            .Add()
            .Add("## Several models")
            .Add()
            .Add("A call with `--all` or `--changed` ends with the code of the model that comes first in this order; the models themselves keep theirs in `results`:")
            .Add()
            .Add(string.Join(", ", ExitCodeOrder.All.Select(code => $"{((int)code).ToString(CultureInfo.InvariantCulture)} {code}")) + ".")
            .Add()
            .Add(MarkdownText.Escape("First what says that the call is not complete or not to be trusted, by how much is lost: cancelled, a defect, bad input, a remote system, a state that moved, a check that could not run. Then what was judged, from the hardest verdict to the mildest. The numbers themselves are names and have no order."))
            .ToString();
}
