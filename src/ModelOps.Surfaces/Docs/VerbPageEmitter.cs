using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Docs;

/// <summary>Emits a reference page for every verb.</summary>
internal static class VerbPageEmitter
{
    public static IReadOnlyDictionary<string, string> Emit()
    {
        var pages = VerbCatalog.All.ToDictionary(verb => $"docs/reference/{verb.Name}.md", EmitPage, StringComparer.Ordinal);
        pages.Add("docs/reference/README.md", EmitIndex());
        return pages;
    }

    private static string EmitPage(VerbDescriptor verb) =>
        new TextLines()
            .Add($"<!-- {EmittedHeader.For(verb)} -->")
            .Add($"# modelops {verb.CommandText}")
            .Add()
            .Add(MarkdownText.Escape(verb.Description))
            .AddAll(verb.IsService ? ["", "On the command line only: the step of a build that waits for it would never end."] : [])
            .AddAll(verb.IsAboutTool ? ["", "On the command line only: it is about the tool itself."] : [])
            .Add()
            .Add("## Inputs")
            .Add()
            .Add("| Command and GitHub | MSBuild and Cake | Azure | Environment | Type | Required | Default | Meaning |")
            .Add("|---|---|---|---|---|---|---|---|")
            .AddAll(verb.Inputs.Select(InputRow))
            .Add()
            .AddAll(verb.Inputs.FirstOrDefault(input => input.IsPositional) is { } plain
                ? [$"On the command line `{plain.Name.Kebab}` may be given without its name.", ""]
                : [])
            .Add("A value is taken from the call, else from the environment, else from [modelops.yml](configuration.md), else it is the default.")
            .Add()
            .Add("## Outputs")
            .Add()
            .Add("| GitHub | MSBuild and Cake | Azure and JSON | Meaning |")
            .Add("|---|---|---|---|")
            .AddAll(verb.AllOutputs.Select(OutputRow))
            .Add()
            .Add("## Exit codes")
            .Add()
            .Add("The same on every front: [exit codes](exit-codes.md).")
            .Add()
            .Add("## Examples")
            .AddAll(VerbExamples.For(verb))
            .ToString();

    private static string InputRow(InputDescriptor input) =>
        $"| `--{input.Name.Kebab}` | `{input.Name.Property}` | `{input.Name.Camel}` | `MODELOPS_{input.Name.Environment}` | {input.TypeText()} | "
        + $"{RequiredText(input)} | {(input.DefaultText() is { } text ? MarkdownText.Code(text) : "")} | {MarkdownText.Escape(input.Description)} |";

    private static string RequiredText(InputDescriptor input) => input switch
    {
        { IsKnownFromModels: true } => "unless modelops.yml lists just one model",
        { IsRequired: true } => "yes",
        _ => "no",
    };

    private static string OutputRow(OutputDescriptor output) =>
        $"| `{output.Name.Kebab}` | `{output.Name.Property}` | `{output.Name.Camel}` | {MarkdownText.Escape(output.Description)} |";

    private static string EmitIndex() =>
        new TextLines()
            .Add($"<!-- {EmittedHeader.For("VerbCatalog")} -->")
            .Add("# Reference")
            .Add()
            .Add("| Verb | What it does |")
            .Add("|---|---|")
            .AddAll(VerbCatalog.All.Select(verb => $"| [{verb.CommandText}]({verb.Name}.md) | {MarkdownText.Escape(verb.Description)} |"))
            .Add()
            .Add("[Exit codes](exit-codes.md) · [Configuration](configuration.md) · [Diagnostics](../diagnostics/README.md) · [The command line](../command-line.md) · [Schema of --json](../../schemas/report.schema.json)")
            .ToString();
}
