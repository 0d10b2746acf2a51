using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Surfaces.Schema;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Docs;

/// <summary>Emits the reference of modelops.yml.</summary>
internal static class ConfigurationPageEmitter
{
    public static IReadOnlyDictionary<string, string> Emit() =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["docs/reference/configuration.md"] = EmitPage() };

    private static string EmitPage() =>
        new TextLines()
            .Add($"<!-- {EmittedHeader.For(nameof(ToolkitConfiguration))} -->")
            .Add("# modelops.yml")
            .Add()
            .Add("The nearest modelops.yml from the working directory upwards is read; the root of the repository ends the search.")
            .Add("Relative paths start at the file's own directory. Unknown keys are errors.")
            .Add()
            .Add("For completion in an editor, start the file with")
            .Add("`# yaml-language-server: $schema=schemas/modelops.schema.json`, with the path of the schema on your disk.")
            .AddAll(Section("", typeof(ToolkitConfiguration)))
            .ToString();

    private static IEnumerable<string> Section(string path, Type section)
    {
        var keys = ConfigurationKey.Of(section);
        string[] lines =
        [
            "",
            path.Length == 0 ? "## Top level" : $"## {path}",
            "",
            "| Key | Type | Required | Default | Meaning | Example |",
            "|---|---|---|---|---|---|",
            .. keys.Select(Row),
        ];
        var prefix = path.Length == 0 ? "" : $"{path}.";
        return
        [
            .. lines,
            .. keys.SelectMany(key => NestedSection(key) is { } nested ? Section($"{prefix}{key.Name}{nested.Suffix}", nested.Type) : []),
        ];
    }

    private static string Row(ConfigurationKey key) =>
        $"| `{key.Name}` | {TypeText(key.Type)} | {(key.IsRequired ? "yes" : "no")} | {Code(DefaultText(key))} | {MarkdownText.Escape(key.Description)} | {Code(key.Example)} |";

    private static string Code(string? text) => text is null ? "" : MarkdownText.Code(text);

    private static string? DefaultText(ConfigurationKey key) =>
        key.ScalarDefault ?? (ConfigurationKey.ItemOf(key.Type) == typeof(string) ? InputText.Of(key.Default) : null);

    private static (string Suffix, Type Type)? NestedSection(ConfigurationKey key) => key.Type switch
    {
        _ when ConfigurationKey.ItemOf(key.Type) is { } item && ConfigurationKey.IsSection(item) => ("[]", item),
        _ when ConfigurationKey.ValueOf(key.Type) is { } value && ConfigurationKey.IsSection(value) => (".NAME", value),
        _ when ConfigurationKey.IsSection(key.Type) => ("", key.Type),
        _ => null,
    };

    private static string TypeText(Type type) => type switch
    {
        _ when ConfigurationKey.ItemOf(type) is { } item => $"list of {(ConfigurationKey.IsSection(item) ? "sections" : TypeText(item))}",
        _ when ConfigurationKey.ValueOf(type) is { } value => $"map of {(ConfigurationKey.IsSection(value) ? "sections" : TypeText(value))}",
        _ when ConfigurationKey.IsSection(type) => "section",
        _ when type == typeof(int) || type == typeof(double) => "number",
        _ when type == typeof(bool) => "boolean",
        _ when type.IsEnum => string.Join(", ", Enum.GetValues(type).Cast<object>().Select(InputText.Of)),
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(string) => "text",
        _ when type == typeof(Duration) => "length of time",
        _ when type == typeof(AliasName) => "alias",
        _ => throw new NotSupportedException($"No text for {type}."),
    };
}
