using YamlDotNet.RepresentationModel;

namespace ModelOps.Surfaces.Tests.Workflows;

internal static class YamlNodes
{
    public static YamlNode? Get(this YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string Text(this YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";

    public static IEnumerable<YamlMappingNode> Items(this YamlNode? node) =>
        node is YamlSequenceNode sequence ? sequence.Children.OfType<YamlMappingNode>() : [];
}
