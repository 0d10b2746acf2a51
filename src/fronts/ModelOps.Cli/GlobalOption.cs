using System.CommandLine;

namespace ModelOps.Cli;

/// <summary>Switches of the command itself, legal with every verb.</summary>
internal static class GlobalOption
{
    public const string Json = "--json";
    public const string Explain = "--explain";
    public const string NoColor = "--no-color";

    /// <summary>Name and description, in the order of the help.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        (Json, "Print one JSON document on standard output, and nothing else there."),
        (Explain, "Print every input, its value and where it comes from; run nothing."),
        (NoColor, "Print without colour."),
    ];

    public static IEnumerable<Option> Create() =>
        All.Select(option => new Option<bool>(option.Name) { Description = option.Description, Recursive = true, Arity = ArgumentArity.Zero });
}
