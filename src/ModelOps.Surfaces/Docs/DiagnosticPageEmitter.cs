using ModelOps.Abstractions.Diagnostics;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Docs;

/// <summary>Emits a page for every diagnostic, and their index.</summary>
internal static class DiagnosticPageEmitter
{
    public static IReadOnlyDictionary<string, string> Emit()
    {
        var pages = DiagnosticCatalog.All.ToDictionary(descriptor => descriptor.HelpPath, EmitPage, StringComparer.Ordinal);
        pages.Add("docs/diagnostics/README.md", EmitIndex());
        return pages;
    }

    private static string EmitPage(DiagnosticDescriptor descriptor) =>
        new TextLines()
            .Add($"<!-- {EmittedHeader.For("DiagnosticCatalog")} -->")
            .Add($"# {descriptor.Code}: {MarkdownText.Escape(descriptor.Title)}")
            .Add()
            .Add($"Severity: {SeverityText(descriptor)}")
            .Add()
            .Add("## Cause")
            .Add()
            .Add(MarkdownText.Escape(descriptor.Cause))
            .Add()
            .Add("## Fix")
            .Add()
            .Add(MarkdownText.Escape(descriptor.Fix))
            .ToString();

    private static string EmitIndex() =>
        new TextLines()
            .Add($"<!-- {EmittedHeader.For("DiagnosticCatalog")} -->")
            .Add("# Diagnostics")
            .Add()
            .Add("| Code | Severity | Title |")
            .Add("|---|---|---|")
            .AddAll(DiagnosticCatalog.All.Select(descriptor =>
                $"| [{descriptor.Code}]({descriptor.Code}.md) | {SeverityText(descriptor)} | {MarkdownText.Escape(descriptor.Title)} |"))
            .ToString();

    private static string SeverityText(DiagnosticDescriptor descriptor) => descriptor.Severity.ToString().ToLowerInvariant();
}
