using System.Text.RegularExpressions;
using System.Xml.Linq;
using ModelOps.Core.Verbs;

namespace ModelOps.Surfaces.Text;

/// <summary>Summaries from the core's doc comments, for what has no attribute to say it.</summary>
internal static partial class SourceComments
{
    private static readonly Lazy<XDocument> Document = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(VerbCatalog).Assembly.Location, ".xml")));

    /// <summary>Summary of an enumeration's member, as Markdown on one line.</summary>
    /// <exception cref="InvalidOperationException">The member has no summary.</exception>
    public static string SummaryOf(Enum value)
    {
        var id = $"F:{value.GetType().FullName}.{value}";
        var summary = Document.Value.Descendants("member").FirstOrDefault(member => member.Attribute("name")?.Value == id)?.Element("summary")
            ?? throw new InvalidOperationException($"{id} has no summary.");
        var text = string.Concat(summary.Nodes().Select(node => node is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`" : ((XText)node).Value));
        return Blank().Replace(text.Trim(), " ");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
