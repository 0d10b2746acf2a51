using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Yaml;

/// <summary>A YAML document with the text it was read from.</summary>
/// <param name="File">Path for messages.</param>
/// <param name="Text">The text.</param>
/// <param name="Root">The root node.</param>
internal sealed record YamlSource(string File, string Text, YamlNode Root)
{
    /// <summary>Where a node starts.</summary>
    public SourceSpan At(YamlNode node) => At(node.Start);

    /// <summary>Where a character of a scalar's value stands in the file; the scalar's start when that cannot be told.</summary>
    /// <param name="scalar">A scalar of this document.</param>
    /// <param name="offset">Index into its value.</param>
    public SourceSpan At(YamlScalarNode scalar, int offset)
    {
        var start = TextPlace.OffsetOf(Text, (int)scalar.Start.Line, (int)scalar.Start.Column);
        return start is { } first && ScalarMap.Create(Text, first, scalar) is { } map
            ? TextPlace.Of(Text, map[Math.Clamp(offset, 0, map.Count - 1)], File)
            : At(scalar.Start);
    }

    /// <summary>The JSON text that a scalar holds.</summary>
    /// <param name="scalar">A scalar of this document.</param>
    public JsonSource JsonOf(YamlScalarNode scalar)
    {
        var utf8 = Encoding.UTF8.GetBytes(scalar.Value ?? "");
        return new(utf8, offset => At(scalar, Encoding.UTF8.GetCharCount(utf8.AsSpan(0, offset))));
    }

    private SourceSpan At(Mark mark) => new(File, (int)mark.Line, (int)mark.Column);
}
