using System.Text.RegularExpressions;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Processes;

namespace ModelOps.Core.Sections;

/// <summary>What must hold for commands, variables and paths, wherever modelops.yml has them.</summary>
internal static partial class CommandRules
{
    /// <summary>What is wrong with a name under <c>pass_environment</c>, as a sentence; null when nothing is.</summary>
    public static string? FindNameProblem(string name) =>
        !VariableName().IsMatch(name) ? $"'{name}' is no name of an environment variable: expected letters, digits and '_'."
        : VariableRules.IsStepFile(name) ? $"'{name}' is never passed: a test must not write the files of the build step."
        : null;

    /// <summary>Checks the names under <c>pass_environment</c> of a section.</summary>
    public static void CheckNames(SectionPlace place, IReadOnlyList<string> names)
    {
        foreach (var problem in names.Select(FindNameProblem).OfType<string>())
        {
            place.Invalid("pass_environment", problem);
        }
    }

    /// <summary>Checks the command under <c>run</c> of a section.</summary>
    /// <param name="place">The section.</param>
    /// <param name="run">The command.</param>
    /// <param name="known">Placeholders that are filled in.</param>
    /// <returns>The placeholders that the command has; none when it cannot be split.</returns>
    public static IReadOnlyList<string> CheckCommand(SectionPlace place, string run, IReadOnlyList<string> known)
    {
        if (!CommandText.TrySplit(run, out var words, out var problem))
        {
            place.Invalid("run", $"The command {problem}.");
            return [];
        }

        var used = CommandText.Placeholders(words).ToList();
        foreach (var name in used.Except(known))
        {
            place.Invalid("run", $"The placeholder {{{name}}} has no value: expected {string.Join(", ", known.Select(placeholder => $"{{{placeholder}}}"))}.");
        }

        return used;
    }

    /// <summary>Checks a path of the repository, which may lie beside modelops.yml but not be absolute: the file is for every machine.</summary>
    public static void CheckPath(SectionPlace place, string key, string? path)
    {
        if (path is not null && (path.Trim().Length == 0 || Path.IsPathRooted(path) || path.Any(char.IsControl)))
        {
            place.Invalid(key, $"'{path}' is no path relative to this file.");
        }
    }

    /// <summary>Checks a path below the model directory or the artifacts of a run.</summary>
    public static void CheckInnerPath(SectionPlace place, string key, string path, string below)
    {
        if (!SafeRelativePath.TryValidate(path, out var problem))
        {
            place.Invalid(key, $"'{path}' {problem}: expected a relative path below {below}.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
