using System.Text;
using System.Xml;

namespace ModelOps.Core.Reporting.Elements;

/// <summary>
/// Writes HTML that is well-formed XML too: one encoder for all text and attributes, every element closed. Names of elements and attributes come
/// from the toolkit only.
/// </summary>
internal sealed class Markup : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n", NewLineHandling = NewLineHandling.None, ConformanceLevel = ConformanceLevel.Document,
    };

    private readonly StringBuilder _text = new();
    private readonly XmlWriter _writer;
    private int _ids;

    public Markup()
    {
        _writer = XmlWriter.Create(_text, Settings);
        _writer.WriteDocType("html", null, null, null);
    }

    /// <summary>Begins an element, which ends when the result is disposed.</summary>
    public Scope Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        return new(_writer);
    }

    /// <summary>Writes an element with a text, which may be from outside.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _writer.WriteString(ReportText.Clean(text));
        _writer.WriteFullEndElement();
    }

    /// <summary>Writes a text, which may be from outside, into the element that is open.</summary>
    public void Text(string text) => _writer.WriteString(ReportText.Clean(text));

    /// <summary>Writes an element without content.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _writer.WriteEndElement();
    }

    /// <summary>Writes a style sheet of the toolkit's own, which a browser reads as it stands.</summary>
    public void Style(string sheet)
    {
        Start("style", []);
        _writer.WriteString(sheet);
        _writer.WriteFullEndElement();
    }

    /// <summary>A name that no other element of the document has.</summary>
    public string NewId() => $"id{++_ids}";

    /// <summary>The document.</summary>
    public string Finish()
    {
        _writer.Flush();
        return _text.Append('\n').ToString();
    }

    public void Dispose() => _writer.Dispose();

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _writer.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            _writer.WriteAttributeString(attribute, ReportText.Clean(value, int.MaxValue));
        }
    }

    /// <summary>An element that is being written.</summary>
    public readonly struct Scope(XmlWriter writer) : IDisposable
    {
        public void Dispose() => writer.WriteFullEndElement();
    }
}
