using System.CommandLine;

namespace ModelOps.Cli;

/// <summary>Switches of the command itself, legal with every verb.</summary>
internal static class GlobalOption
{
    public const string Format = "--format";
    public const string Json = "--json";
    public const string Wide = "--wide";
    public const string Explain = "--explain";
    public const string NoColor = "--no-color";

    /// <summary>Name and description, in the order of the help.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        (Format, "Form of the result: table, json or tsv. json is one document, with all findings in it; tsv has whole cells between tabs."),
        (Json, "Short for --format json."),
        (Wide, "Print all columns, rows and cells whole."),
        (Explain, "Print every input, its value and where it comes from; run nothing."),
        (NoColor, "Print without colour."),
    ];

    public static IEnumerable<Option> Create() => All.Select(option => option.Name == Format ? CreateFormat(option.Description) : CreateSwitch(option));

    private static Option CreateSwitch((string Name, string Description) option) =>
        new Option<bool>(option.Name) { Description = option.Description, Recursive = true, Arity = ArgumentArity.Zero };

    private static Option CreateFormat(string description)
    {
        var option = new Option<string[]>(Format) { Description = description, Recursive = true, Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = false };
        option.CompletionSources.Add([.. OutputFormat.All]);
        return option;
    }
}
