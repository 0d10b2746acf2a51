using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ModelOps.Core.Contract;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Docs;

/// <summary>
/// Emits for every library what its attributes say of its members, as a transformation that adds it to the compiler's doc comments:
/// a description is written once, and callers in C# see it too.
/// </summary>
internal static class DescriptionEmitter
{
    private static readonly XNamespace Xsl = "http://www.w3.org/1999/XSL/Transform";

    public static IReadOnlyDictionary<string, string> Emit() =>
        Libraries().Select(library => (library, Members: MembersOf(library).ToArray())).Where(pair => pair.Members.Length > 0)
            .ToDictionary(pair => $"src/{pair.library.GetName().Name}/Descriptions.g.xsl", pair => Text(pair.Members));

    /// <summary>What an attribute says of a property; null when none does.</summary>
    public static string? DescriptionOf(PropertyInfo property) =>
        property.GetCustomAttribute<InputAttribute>()?.Description
        ?? property.GetCustomAttribute<OutputAttribute>()?.Description
        ?? property.GetCustomAttribute<ConfigKeyAttribute>()?.Description;

    /// <summary>A property's name in doc comments.</summary>
    public static string IdOf(PropertyInfo property) => $"P:{property.DeclaringType!.FullName}.{property.Name}";

    /// <summary>The core and the libraries of the toolkit that it refers to.</summary>
    public static IEnumerable<Assembly> Libraries()
    {
        var core = typeof(VerbCatalog).Assembly;
        return core.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("ModelOps.", StringComparison.Ordinal)).Select(Assembly.Load).Prepend(core);
    }

    /// <summary>Properties that an attribute describes, in the order of their names.</summary>
    public static IEnumerable<PropertyInfo> DescribedOf(Assembly library) => library.GetExportedTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(property => DescriptionOf(property) is not null)
        .OrderBy(IdOf, StringComparer.Ordinal);

    private static IEnumerable<XElement> MembersOf(Assembly library) =>
        DescribedOf(library).Select(property => new XElement("member", new XAttribute("name", IdOf(property)), new XElement("summary", DescriptionOf(property))));

    private static string Text(XElement[] members)
    {
        var document = new XDocument(
            new XComment($" {EmittedHeader.For("the attributes of records").Replace("--target Generate", "with the target Generate", StringComparison.Ordinal)} "),
            new XElement(
                Xsl + "stylesheet",
                new XAttribute(XNamespace.Xmlns + "xsl", Xsl.NamespaceName),
                new XAttribute("version", "1.0"),
                Template("@*|node()", new XElement(Xsl + "apply-templates", new XAttribute("select", "@*|node()"))),
                Template("members", new XElement(Xsl + "apply-templates", new XAttribute("select", "@*|node()")), members)));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            document.Save(writer);
        }

        return text.Append('\n').ToString();
    }

    private static XElement Template(string match, params object[] content) =>
        new(Xsl + "template", new XAttribute("match", match), new XElement(Xsl + "copy", content));
}
