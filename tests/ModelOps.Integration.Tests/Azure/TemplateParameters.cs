using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>Binds a template's parameters as the service does: by type, with defaults and allowed values.</summary>
internal static class TemplateParameters
{
    public static YamlMappingNode Bind(string file, YamlMappingNode template, IReadOnlyDictionary<string, YamlNode> given)
    {
        var declared = template.Children.TryGetValue("parameters", out var list) ? ((YamlSequenceNode)list).Children.Cast<YamlMappingNode>().ToArray() : [];
        var unknown = given.Keys.Except(declared.Select(parameter => TemplateExpander.Text(parameter["name"]))).ToArray();
        if (unknown.Length > 0)
        {
            throw new InvalidDataException($"{file}: unknown parameter {string.Join(", ", unknown)}.");
        }

        var values = new YamlMappingNode();
        foreach (var parameter in declared)
        {
            var name = TemplateExpander.Text(parameter["name"]);
            values.Add(name, Value(file, name, parameter, given));
        }

        return values;
    }

    private static YamlNode Value(string file, string name, YamlMappingNode parameter, IReadOnlyDictionary<string, YamlNode> given)
    {
        if (!given.TryGetValue(name, out var value) && !parameter.Children.TryGetValue("default", out value))
        {
            throw new InvalidDataException($"{file}: the parameter '{name}' is required.");
        }

        var fits = TemplateExpander.Text(parameter["type"]) switch
        {
            "object" => true,
            "boolean" => value is YamlScalarNode { Value: "true" or "false" or "True" or "False" },
            _ => value is YamlScalarNode,
        };
        var allowed = !parameter.Children.TryGetValue("values", out var values) || ((YamlSequenceNode)values).Children.Contains(value);
        return fits && allowed ? value : throw new InvalidDataException($"{file}: the parameter '{name}' cannot be '{value}'.");
    }
}
