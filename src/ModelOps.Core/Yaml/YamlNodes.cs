using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Yaml;

/// <summary>Reads values out of YAML nodes by the core schema's rules for null.</summary>
internal static class YamlNodes
{
    /// <summary>The value of a key; null when the key is absent or its value is null.</summary>
    public static YamlNode? Find(this YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) && !value.IsNull() ? value : null;

    /// <summary>Whether a node stands for null: nothing, <c>~</c> or <c>null</c>, unquoted.</summary>
    public static bool IsNull(this YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>What a node is, for a message.</summary>
    public static string Describe(this YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.IsNull() ? "nothing" : $"'{Shorten(scalar.Value!)}'",
        YamlSequenceNode => "a list",
        _ => "keys and values",
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
