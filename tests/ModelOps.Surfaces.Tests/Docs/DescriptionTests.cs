using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ModelOps.Surfaces.Docs;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Docs;

/// <summary>A description is written once, in an attribute, and a caller in C# reads it all the same.</summary>
public partial class DescriptionTests
{
    [Fact]
    public void A_caller_reads_what_the_attribute_says()
    {
        Assert.All(DescriptionEmitter.Libraries(), library =>
        {
            var comments = CommentsOf(library);
            Assert.All(DescriptionEmitter.DescribedOf(library), property =>
                Assert.Equal(DescriptionEmitter.DescriptionOf(property), Assert.Single(comments[DescriptionEmitter.IdOf(property)])));
        });
    }

    // The compiler asks for no comments in the files of these records.
    [Fact]
    public void No_member_of_a_record_with_attributes_is_without_a_description()
    {
        var records = DescriptionEmitter.Libraries().SelectMany(library => library.GetExportedTypes()).Where(type => Record().IsMatch(type.Name)).ToArray();
        Assert.Contains(records, type => type.Name == "RegisterSettings");
        Assert.Empty(records.SelectMany(type => IdsOf(type).Where(id => CommentsOf(type.Assembly)[id].All(string.IsNullOrWhiteSpace))));
    }

    [Fact]
    public void No_member_with_a_describing_attribute_has_a_summary_too() =>
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => DescribedTwice(File.ReadAllText(file)).Select(text => $"{Path.GetFileName(file)}: {text}")));

    [Fact]
    public void A_summary_beside_an_attribute_is_found()
    {
        var found = DescribedTwice("""
                /// <summary>Alias.</summary>
                [Input("Alias to give the version.")]
                public string? Alias { get; init; }

                /// <summary>Of another member.</summary>
                public string? Other { get; init; }

                /// <summary>
                /// Number of files.
                /// </summary>
                /// <remarks>At last.</remarks>
                [Obsolete]
                [Output("Number of files.")]
                public int Files { get; init; }

                /// <remarks>Beside a description a remark may stand.</remarks>
                [ConfigKey("Name.")]
                public string? Name { get; init; }
            """.ReplaceLineEndings("\n"));
        Assert.Equal(["[Input(\"Alias to give the version.\")]", "[Output(\"Number of files.\")]"], found);
    }

    private static IEnumerable<string> DescribedTwice(string source) => Twice().Matches(source.ReplaceLineEndings("\n")).Select(twice => twice.Groups["attribute"].Value);

    private static ILookup<string, string> CommentsOf(Assembly library) => XDocument.Load(Path.ChangeExtension(library.Location, ".xml"))
        .Descendants("member").ToLookup(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value ?? member.Element("inheritdoc")?.Name.LocalName ?? "");

    private static IEnumerable<string> IdsOf(Type type) =>
    [
        $"T:{type.FullName}",
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(DescriptionEmitter.IdOf),
    ];

    [GeneratedRegex("(Settings|Result|Section)$|^ToolkitConfiguration$")]
    private static partial Regex Record();

    [GeneratedRegex(@"///[^\n]*<summary>[^\n]*\n(?: *///[^\n]*\n)*(?: *\[[^\n]*\]\n)*? *(?<attribute>\[(?:Input|Output|ConfigKey)\([^\n]*)")]
    private static partial Regex Twice();
}
