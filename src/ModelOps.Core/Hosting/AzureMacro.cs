using System.Text.RegularExpressions;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>
/// Azure Pipelines leaves <c>$(NAME)</c> as it is where no variable of that name is defined, and secrets are not for the pull requests of forks.
/// The text is no value.
/// </summary>
internal static partial class AzureMacro
{
    /// <summary>Name of the variable that a text still asks for; null where it asks for none, and on other hosts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="environment">Environment variables.</param>
    /// <param name="isWhole">Whether it counts only where the text is nothing else.</param>
    public static string? FindUndefined(string? text, IEnvironment environment, bool isWhole = false) =>
        text is not null && BuildHosts.IsAzure(environment) && Form().Match(text) is { Success: true } match && (!isWhole || match.Length == text.Length)
            ? match.Groups["name"].Value
            : null;

    [GeneratedRegex(@"\$\((?<name>[A-Za-z_][A-Za-z0-9_.\- ]*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
