using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>What expressions see: variables, parameters and the items of loops; at run time also how the steps before ended.</summary>
internal sealed partial class TemplateScope(IReadOnlyDictionary<string, string> variables, YamlNode parameters, IReadOnlyDictionary<string, bool>? status = null)
{
    private readonly Dictionary<string, YamlNode> _names = new() { ["parameters"] = parameters };

    public TemplateScope With(string name, YamlNode value)
    {
        var inner = new TemplateScope(variables, _names["parameters"], status);
        foreach (var (known, node) in _names)
        {
            inner._names[known] = node;
        }

        inner._names[name] = value;
        return inner;
    }

    public bool IsTrue(string expression) => string.Equals(TemplateExpander.Text(Evaluate(expression)), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text with <c>${{ }}</c> in it; one that is nothing but an expression keeps the expression's kind.</summary>
    public YamlNode Interpolate(string text) => Whole().Match(text) is { Success: true } whole
        ? Evaluate(whole.Groups[1].Value)
        : new YamlScalarNode(Inside().Replace(text, match => TemplateExpander.Text(Evaluate(match.Groups[1].Value))));

    public YamlNode Evaluate(string expression)
    {
        expression = expression.Trim();
        if (expression.EndsWith("()", StringComparison.Ordinal) && status?.TryGetValue(expression[..^2], out var holds) == true)
        {
            return new YamlScalarNode(holds ? "true" : "false");
        }

        if (Call().Match(expression) is { Success: true } call)
        {
            var arguments = Split(call.Groups[2].Value).Select(argument => TemplateExpander.Text(Evaluate(argument))).ToArray();
            return call.Groups[1].Value == "replace"
                ? new YamlScalarNode(arguments[0].Replace(arguments[1], arguments[2], StringComparison.Ordinal))
                : new YamlScalarNode(Apply(call.Groups[1].Value, arguments) ? "true" : "false");
        }

        if (Variable().Match(expression) is { Success: true } variable)
        {
            return new YamlScalarNode(variables.GetValueOrDefault(variable.Groups[1].Value, ""));
        }

        if (Text().Match(expression) is { Success: true } text)
        {
            return new YamlScalarNode(text.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal));
        }

        if (expression is "true" or "false")
        {
            return new YamlScalarNode(expression);
        }

        var path = expression.Split('.');
        return _names.TryGetValue(path[0], out var node)
            ? path[1..].Aggregate(node, (current, key) => ((YamlMappingNode)current)[key])
            : throw new InvalidDataException($"'{expression}' is not known.");
    }

    // Comparisons of texts ignore case in Azure Pipelines.
    private static bool Apply(string function, string[] arguments) => function switch
    {
        "eq" => string.Equals(arguments[0], arguments[1], StringComparison.OrdinalIgnoreCase),
        "ne" => !string.Equals(arguments[0], arguments[1], StringComparison.OrdinalIgnoreCase),
        "and" => arguments.All(argument => string.Equals(argument, "true", StringComparison.OrdinalIgnoreCase)),
        "or" => arguments.Any(argument => string.Equals(argument, "true", StringComparison.OrdinalIgnoreCase)),
        "not" => !string.Equals(arguments[0], "true", StringComparison.OrdinalIgnoreCase),
        "in" => arguments.Skip(1).Contains(arguments[0], StringComparer.OrdinalIgnoreCase),
        "startsWith" => arguments[0].StartsWith(arguments[1], StringComparison.OrdinalIgnoreCase),
        _ => throw new InvalidDataException($"The function '{function}' is not known."),
    };

    private static IEnumerable<string> Split(string arguments)
    {
        var (depth, start, quoted) = (0, 0, false);
        for (var index = 0; index < arguments.Length; index++)
        {
            quoted ^= arguments[index] == '\'';
            depth += quoted ? 0 : arguments[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (arguments[index] == ',' && depth == 0 && !quoted)
            {
                yield return arguments[start..index];
                start = index + 1;
            }
        }

        yield return arguments[start..];
    }

    [GeneratedRegex(@"^\$\{\{\s*((?:(?!\}\}).)*?)\s*\}\}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$\{\{\s*(.*?)\s*\}\}")]
    private static partial Regex Inside();

    [GeneratedRegex(@"^(\w+)\((.*)\)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^variables\['([^']+)'\]$")]
    private static partial Regex Variable();

    [GeneratedRegex("^'((?:[^']|'')*)'$")]
    private static partial Regex Text();
}
