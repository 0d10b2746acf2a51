using System.Globalization;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text.Unicode;
using ModelOps.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Changes;

/// <summary>Two contents of modelops.yml, compared by what they say: comments, quotes and spaces are nothing.</summary>
internal sealed class ConfigurationChanges
{
    private const string Models = "models";

    private readonly YamlMappingNode? _before;
    private readonly YamlMappingNode? _now;

    /// <param name="before">Text of the file before; null when there was none.</param>
    /// <param name="now">Text of the file as it is.</param>
    public ConfigurationChanges(string? before, string now) => (_before, _now) = (Parse(before), Parse(now));

    /// <summary>Whether what holds for all models has changed; also where one of the two cannot be read.</summary>
    public bool IsSharedChanged => _before is null || _now is null || Shared(_before) != Shared(_now);

    /// <summary>Whether the section of a model has changed, or is new.</summary>
    public bool IsChanged(string model) => Section(_before, model) is not { } before || Section(_now, model) is not { } now || Text(before) != Text(now);

    private static YamlMappingNode? Parse(string? text) =>
        text is null ? null : SafeYaml.Parse(text.TrimStart('\uFEFF'), "modelops.yml", ConfigurationDiagnostics.Malformed, []) as YamlMappingNode;

    private static string Shared(YamlMappingNode root) => Text(new YamlMappingNode(root.Children.Where(pair => (pair.Key as YamlScalarNode)?.Value != Models)));

    private static YamlNode? Section(YamlMappingNode? root, string model) => (root?.Find(Models) as YamlSequenceNode)?.Children.OfType<YamlMappingNode>()
        .FirstOrDefault(section => section.Find("name") is YamlScalarNode { Value: { } name } && Nfc.AreSame(name, model));

    private static string Text(YamlNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    // Every value with its length, so that no two contents have one text. The order of keys counts: it is the order of promotion.
    private static void Write(YamlNode node, StringBuilder text)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                text.Append('{');
                foreach (var (key, value) in mapping.Children)
                {
                    Write(key, text);
                    Write(value, text);
                }

                text.Append('}');
                break;
            case YamlSequenceNode sequence:
                text.Append('[');
                foreach (var item in sequence.Children)
                {
                    Write(item, text);
                }

                text.Append(']');
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" }:
                text.Append("null;");
                break;
            case YamlScalarNode scalar:
                text.Append(CultureInfo.InvariantCulture, $"{scalar.Value!.Length}:{scalar.Value}");
                break;
        }
    }
}
