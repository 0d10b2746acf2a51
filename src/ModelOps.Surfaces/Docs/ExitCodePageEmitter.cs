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
            .ToString();
}
