using ModelOps.Testing;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>
/// Expands Azure Pipelines templates as the service does, as far as the shipped ones go: parameters with types, values and defaults, <c>if</c> and <c>each</c> in
/// mappings and sequences, expressions in texts, and nested templates.
/// </summary>
internal sealed class TemplateExpander(IReadOnlyDictionary<string, string> variables)
{
    /// <summary>Expands a template file.</summary>
    /// <exception cref="InvalidDataException">A parameter is missing, unknown or of the wrong kind.</exception>
    public YamlMappingNode Expand(string file, IReadOnlyDictionary<string, YamlNode> given)
    {
        var root = Load(file);
        var scope = new TemplateScope(variables, TemplateParameters.Bind(file, root, given));
        var body = new YamlMappingNode(root.Children.Where(pair => Text(pair.Key) is not ("parameters" or "name")));
        return (YamlMappingNode)ExpandNode(body, scope, Path.GetDirectoryName(file)!);
    }

    public static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(file);
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private YamlNode ExpandNode(YamlNode node, TemplateScope scope, string directory) => node switch
    {
        YamlMappingNode mapping => ExpandMapping(mapping, scope, directory),
        YamlSequenceNode sequence => new YamlSequenceNode(sequence.Children.SelectMany(item => ExpandItem(item, scope, directory))),
        _ => scope.Interpolate(Text(node)),
    };

    private YamlMappingNode ExpandMapping(YamlMappingNode mapping, TemplateScope scope, string directory)
    {
        var result = new YamlMappingNode();
        foreach (var (key, value) in mapping.Children)
        {
            if (TemplateDirective.Parse(Text(key)) is { } directive)
            {
                foreach (var (name, child) in directive.Scopes(scope).SelectMany(inner => ExpandMapping((YamlMappingNode)value, inner, directory).Children))
                {
                    result.Add(name, child);
                }
            }
            else
            {
                result.Add(scope.Interpolate(Text(key)), ExpandNode(value, scope, directory));
            }
        }

        return result;
    }

    private IEnumerable<YamlNode> ExpandItem(YamlNode item, TemplateScope scope, string directory)
    {
        if (item is YamlMappingNode { Children: [var (key, value)] } && TemplateDirective.Parse(Text(key)) is { } directive)
        {
            return directive.Scopes(scope).SelectMany(inner => ((YamlSequenceNode)value).Children.SelectMany(child => ExpandItem(child, inner, directory)));
        }

        var expanded = ExpandNode(item, scope, directory);
        return expanded is YamlMappingNode mapping && mapping.Children.TryGetValue("template", out var template)
            ? Nested(mapping, Located(directory, Text(template)))
            : [expanded];
    }

    // A path in the repository that a pipeline calls modelops, which is this one, or beside the file that names it.
    private static string Located(string directory, string template) =>
        template.Split('@') is [var path, "modelops"] ? Path.Combine(TestFiles.Root, path) : Path.Combine(directory, template);

    // A template in a list is replaced by the items of its own list.
    private IEnumerable<YamlNode> Nested(YamlMappingNode call, string file)
    {
        var given = call.Children.TryGetValue("parameters", out var parameters)
            ? ((YamlMappingNode)parameters).Children.ToDictionary(pair => Text(pair.Key), pair => pair.Value)
            : [];
        return ((YamlSequenceNode)Expand(file, given).Children.Single().Value).Children;
    }
}
