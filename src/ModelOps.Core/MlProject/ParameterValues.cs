using System.Globalization;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.MlProject;

/// <summary>Checks the values that are given to an entry point against its parameters.</summary>
/// <param name="entryPoint">The entry point.</param>
/// <param name="directory">Directory of the project, where relative paths start.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed partial class ParameterValues(EntryPoint entryPoint, string directory, List<Diagnostic> problems)
{
    /// <summary>Values of all declared parameters, paths as absolute ones.</summary>
    public IReadOnlyDictionary<string, string> Resolve(IReadOnlyDictionary<string, string> given)
    {
        var known = entryPoint.Parameters.Select(parameter => parameter.Name).ToArray();
        foreach (var name in given.Keys.Except(known, StringComparer.Ordinal))
        {
            var hint = Suggestion.Hint(name, known);
            var list = known.Length == 0 ? "it takes none" : $"it takes {string.Join(", ", known)}";
            Report($"The entry point '{entryPoint.Name}' has no parameter '{name}'; {list}.{hint}", entryPoint.Place);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in entryPoint.Parameters)
        {
            var value = given.GetValueOrDefault(parameter.Name) ?? parameter.Default;
            if (value is null)
            {
                Report($"The parameter '{parameter.Name}' of '{entryPoint.Name}' is missing; it has no default.", parameter.Place);
            }

            values[parameter.Name] = value is null ? "" : Convert(parameter, value);
        }

        return values;
    }

    private string Convert(EntryPointParameter parameter, string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            Expected(parameter, "text without null characters", "one with");
        }

        switch (parameter.Type)
        {
            case ParameterType.Float when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                Expected(parameter, "a number", $"'{value}'");
                break;
            case ParameterType.Uri when !Scheme().IsMatch(value):
                Expected(parameter, "a URI", $"'{value}'");
                break;
            case ParameterType.Path:
                return ConvertPath(parameter, value);
        }

        return value;
    }

    // MLflow downloads what a URI names; here whoever calls brings the file.
    private string ConvertPath(EntryPointParameter parameter, string value)
    {
        if (value.Contains("://", StringComparison.Ordinal))
        {
            Expected(parameter, "a path on this machine: remote files are not downloaded", $"the URI '{value}'");
            return value;
        }

        if (value.Length == 0 || value.Contains('\0', StringComparison.Ordinal))
        {
            Expected(parameter, "a path", $"'{value}'");
            return value;
        }

        var path = Path.GetFullPath(value, directory);
        if (!Path.IsPathFullyQualified(value) && Path.GetRelativePath(directory, path).Split(Path.DirectorySeparatorChar)[0] == "..")
        {
            Expected(parameter, "an absolute path, or one inside the project", $"'{value}'");
        }
        else if (!Path.Exists(path))
        {
            Expected(parameter, "a path that exists", $"'{value}'");
        }

        return path;
    }

    private void Expected(EntryPointParameter parameter, string expected, string found) =>
        Report($"The parameter '{parameter.Name}' of '{entryPoint.Name}': expected {expected}, found {found}.", parameter.Place);

    private void Report(string message, SourceSpan place) => problems.Add(SandboxDiagnostics.InvalidParameter.At(message, place));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:.")]
    private static partial Regex Scheme();
}
