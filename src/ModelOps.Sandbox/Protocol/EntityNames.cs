using System.Text.RegularExpressions;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Which names metrics, parameters and tags may have. Source: mlflow/utils/validation.py.</summary>
internal static partial class EntityNames
{
    private const string BadCharacters =
        "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).";

    /// <summary>Refuses a name that has other characters than allowed, or that would name another file if it were a path.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">Where it was sent.</param>
    public static void Check(string name, string parameter)
    {
        if (!Allowed().IsMatch(name))
        {
            throw Refuse(name, parameter, BadCharacters);
        }

        CheckAsPath(name, parameter);
    }

    /// <summary>Refuses a name that would name another file if it were a path.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">Where it was sent.</param>
    public static void CheckAsPath(string name, string parameter)
    {
        if (name.Length > 0 && name[0] != '.' && !name.Contains('/', StringComparison.Ordinal))
        {
            return;
        }

        var path = PosixPath.Normalize(name);
        if (path != name || path == "." || path.StartsWith("..", StringComparison.Ordinal) || path.StartsWith('/'))
        {
            throw Refuse(
                name,
                parameter,
                "Names may be treated as files in certain cases, and must not resolve to other names when treated as such. "
                + $"This name would resolve to {PythonText.Quote(path)}");
        }
    }

    private static MlflowFault Refuse(string name, string parameter, string why) =>
        MlflowFault.Invalid($"Invalid value {PythonJson.Quote(name)} for parameter '{parameter}' supplied: {why}");

    [GeneratedRegex(@"^[/\w.\- :]*$")]
    private static partial Regex Allowed();
}
