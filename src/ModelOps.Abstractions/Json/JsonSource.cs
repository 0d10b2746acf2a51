using System.Text;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Json;

/// <summary>JSON text that stands in a file: the whole of it, or one scalar of a YAML document.</summary>
internal sealed class JsonSource
{
    private readonly Func<int, SourceSpan> _place;

    /// <param name="utf8">The text, as UTF-8 without byte order mark.</param>
    /// <param name="place">Where a byte of the text stands.</param>
    public JsonSource(byte[] utf8, Func<int, SourceSpan> place) => (Utf8, _place) = (utf8, place);

    /// <summary>The text, as UTF-8 without byte order mark.</summary>
    public byte[] Utf8 { get; }

    /// <summary>A file of its own.</summary>
    public static JsonSource OfFile(string file, byte[] utf8) => new(utf8, offset =>
    {
        var before = utf8.AsSpan(0, offset);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    });

    /// <summary>Where a byte of the text stands.</summary>
    public SourceSpan At(int offset) => _place(Math.Clamp(offset, 0, Utf8.Length));

    /// <summary>Where a value stands.</summary>
    public SourceSpan At(JsonTree value) => At(value.Offset);
}
