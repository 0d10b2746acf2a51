using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>Reads nodes of an expanded pipeline; a key that is not known is an error, as it is to the service.</summary>
internal static class AgentNode
{
    public static YamlMappingNode Mapping(YamlNode node, params string[] keys)
    {
        var mapping = (YamlMappingNode)node;
        var unknown = mapping.Children.Keys.Select(TemplateExpander.Text).Except(keys).ToArray();
        return unknown.Length == 0 ? mapping : throw new InvalidDataException($"Not known here: {string.Join(", ", unknown)}.");
    }

    public static string Text(YamlMappingNode node, string key, string otherwise = "") => node.Children.TryGetValue(key, out var value) ? TemplateExpander.Text(value) : otherwise;

    public static IEnumerable<YamlMappingNode> Items(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlSequenceNode)value).Children.Cast<YamlMappingNode>() : [];

    public static Dictionary<string, string> Pairs(YamlMappingNode node, string key, Func<string, string> expand) => node.Children.TryGetValue(key, out var value)
        ? ((YamlMappingNode)value).Children.ToDictionary(pair => TemplateExpander.Text(pair.Key), pair => expand(TemplateExpander.Text(pair.Value)))
        : [];
}
