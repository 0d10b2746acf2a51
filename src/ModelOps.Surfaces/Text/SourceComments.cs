using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ModelOps.Surfaces.Text;

/// <summary>Summaries from doc comments, for what has no attribute to say it.</summary>
internal static partial class SourceComments
{
    private static readonly ConcurrentDictionary<Assembly, XDocument> Documents = new();

    /// <summary>Summary of an enumeration's member, as Markdown on one line.</summary>
    /// <exception cref="InvalidOperationException">The member has no summary.</exception>
    public static string SummaryOf(Enum value)
    {
        var id = $"F:{value.GetType().FullName}.{value}";
        var document = Documents.GetOrAdd(value.GetType().Assembly, library => XDocument.Load(Path.ChangeExtension(library.Location, ".xml")));
        var summary = document.Descendants("member").FirstOrDefault(member => member.Attribute("name")?.Value == id)?.Element("summary")
            ?? throw new InvalidOperationException($"{id} has no summary.");
        var text = string.Concat(summary.Nodes().Select(node => node is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`" : ((XText)node).Value));
        return Blank().Replace(text.Trim(), " ");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
