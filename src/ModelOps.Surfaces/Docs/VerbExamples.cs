using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Surfaces.Azure;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Docs;

/// <summary>One call of a verb, as each front writes it.</summary>
internal static class VerbExamples
{
    public static IEnumerable<string> For(VerbDescriptor verb) =>
    [
        .. Block("Command", "bash", Command(verb)),
        .. verb.IsOnCommandLineOnly ? [] : OnBuildHosts(verb),
    ];

    private static IEnumerable<string> OnBuildHosts(VerbDescriptor verb) =>
    [
        .. Block("MSBuild", "xml", MSBuild(verb)),
        .. Block("Cake", "csharp", Cake(verb)),
        .. Block("GitHub Actions", "yaml", GitHub(verb)),
        .. Block("Azure Pipelines", "yaml", AzureTask(verb)),
    ];

    private static IEnumerable<string> Block(string title, string language, IEnumerable<string> code) =>
        ["", $"{title}:", "", $"```{language}", .. code, "```"];

    private static IEnumerable<string> Command(VerbDescriptor verb) =>
        [string.Join(' ', [$"modelops {verb.CommandText}", .. verb.ForExample().OrderByDescending(pair => pair.Input.IsPositional).Select(CommandWord)])];

    private static string CommandWord((InputDescriptor Input, string Value) pair) =>
        pair.Input.IsPositional ? ShellWord(pair.Value) : $"--{pair.Input.Name.Kebab} {ShellWord(pair.Value)}";

    private static IEnumerable<string> MSBuild(VerbDescriptor verb) =>
        [string.Join(' ', [$"<{verb.PascalName()}Model", .. verb.ForExample().Select(pair => $"{pair.Input.Name.Property}=\"{pair.Value}\""), "/>"])];

    private static IEnumerable<string> Cake(VerbDescriptor verb) =>
    [
        $"await ModelOps{verb.PascalName()}(new {verb.SettingsType.Name}",
        "{",
        .. verb.ForExample().Select(pair => $"    {pair.Input.Name.Property} = {pair.Input.CSharpLiteral(pair.Value)},"),
        "});",
    ];

    // The checkout of the toolkit is a step of its own, at a commit that the workflow pins.
    private static IEnumerable<string> GitHub(VerbDescriptor verb) =>
    [
        $"- uses: ./.modelops-toolkit/actions/{verb.Name}",
        "  with:",
        .. verb.ForExample().Select(pair => $"    {pair.Input.Name.Kebab}: {YamlText.Quote(pair.Value)}"),
    ];

    private static IEnumerable<string> AzureTask(VerbDescriptor verb) =>
    [
        $"- task: {TaskManifestEmitter.TaskName(verb)}@{ToolkitVersion.Current.Major}",
        "  inputs:",
        .. verb.ForExample().Select(pair => $"    {pair.Input.Name.Camel}: {YamlText.Quote(pair.Value)}"),
    ];

    private static string ShellWord(string value) => value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value;
}
