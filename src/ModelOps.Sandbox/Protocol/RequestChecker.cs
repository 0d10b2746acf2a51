using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Applies the checks of a request; the first one that fails is what the caller is told.</summary>
internal static class RequestChecker
{
    private const string SeeDocs = " See the API docs for more information about request parameters.";

    /// <summary>Checks the parameters as they were sent.</summary>
    /// <param name="json">The request, an object.</param>
    /// <param name="rules">Checks, in their order.</param>
    /// <param name="wasRead">Whether the message could be read, which settles the types.</param>
    /// <exception cref="MlflowFault">A check failed.</exception>
    public static void Check(JsonElement json, IReadOnlyList<ParameterRules> rules, bool wasRead)
    {
        foreach (var parameter in rules)
        {
            var value = Find(json, parameter.Parameter);
            if (value is not null || parameter.IsRequired)
            {
                CheckOne(parameter, value, wasRead);
            }
        }
    }

    private static void CheckOne(ParameterRules parameter, JsonElement? value, bool wasRead)
    {
        foreach (var rule in parameter.Rules)
        {
            if ((rule.IsType && wasRead) || rule.Check(value) is not { } message)
            {
                continue;
            }

            throw MlflowFault.Invalid(message.Length > 0 ? message + SeeDocs
                : rule == Rule.Required ? $"Missing value for required parameter '{parameter.Parameter}'.{SeeDocs}"
                : $"Invalid value {PythonText.Json(value)} for parameter '{parameter.Parameter}' supplied:  Hint: Value was of type '{PythonText.TypeOf(value)}'.{SeeDocs}");
        }
    }

    // Callers of old name the run by its former name.
    private static JsonElement? Find(JsonElement json, string parameter)
    {
        JsonElement? value = json.TryGetProperty(parameter, out var sent) ? sent : null;
        var isNothing = value is null or { ValueKind: JsonValueKind.Null };
        return isNothing && parameter == "run_id" && json.TryGetProperty("run_uuid", out var former) ? former : value;
    }
}
