using System.Text;
using System.Xml;

namespace ModelOps.Core.Suites.Results;

/// <summary>An XML reader that goes forward only, keeps texts short and stops at the bounds.</summary>
internal sealed class BoundedXml(XmlReader reader, CancellationToken cancellationToken)
{
    /// <summary>Characters of a text that are kept.</summary>
    public const int MaxText = 16 * 1024;

    private int _cases;
    private int _definitions;

    /// <summary>Whether the reader is at the start of an element of this name, in any namespace.</summary>
    public bool IsStart(string name) => reader.NodeType == XmlNodeType.Element && reader.LocalName == name;

    /// <summary>Whether the element that the reader is at has no content.</summary>
    public bool IsEmpty => reader.IsEmptyElement;

    /// <summary>Goes to the next node.</summary>
    /// <returns>False at the end of the document.</returns>
    public bool Read()
    {
        cancellationToken.ThrowIfCancellationRequested();
        return reader.Depth <= ResultFile.MaxDepth
            ? reader.Read()
            : throw new RefusedResultsException($"has elements more than {ResultFile.MaxDepth} deep");
    }

    /// <summary>An attribute; empty when it is absent.</summary>
    public string Attribute(string name)
    {
        var value = reader.GetAttribute(name) ?? "";
        return value.Length <= MaxText ? value : value[..MaxText];
    }

    /// <summary>Goes through an element's content and leaves the reader at its end.</summary>
    /// <param name="onElement">Called at the start of each element in it, and may read that one to its end.</param>
    public void ForEachInside(Action onElement)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                onElement();
            }
        }
    }

    /// <summary>The text of the element that the reader is at; leaves the reader at its end.</summary>
    public string ReadText()
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var buffer = new char[1024];
        var depth = reader.Depth;
        while (Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                while (reader.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var count)
                {
                    text.Append(buffer, 0, Math.Min(count, Math.Max(0, MaxText - text.Length)));
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Counts what describes a test beside its result.</summary>
    public void CountDefinition()
    {
        if (++_definitions > ResultFile.MaxCases)
        {
            throw new RefusedResultsException($"describes more than {ResultFile.MaxCases} tests");
        }
    }

    /// <summary>Counts a test.</summary>
    public void CountCase()
    {
        if (++_cases > ResultFile.MaxCases)
        {
            throw new RefusedResultsException($"has more than {ResultFile.MaxCases} tests");
        }
    }
}
