using System.Text;

namespace ModelOps.Surfaces.Packing;

/// <summary>A NuGet package, written again so that it says nothing of when and where it was packed.</summary>
internal static class NuGetPackageFile
{
    private const string Relations = "_rels/.rels";
    private const string Properties = "package/services/metadata/core-properties/";
    private const string FixedName = $"{Properties}properties.psmdcp";

    /// <summary>The same content in one order, with one time, and with a fixed name for the one file that NuGet of some SDKs names at random.</summary>
    public static byte[] Rewrite(byte[] package, DateTimeOffset time)
    {
        var files = ZipContent.Read(package);
        var random = files.Single(file => file.Path.StartsWith(Properties, StringComparison.Ordinal)).Path;
        return ZipContent.Write(PackedFile.Ordered(files.Select(file => Fixed(file, random))), time);
    }

    private static PackedFile Fixed(PackedFile file, string random) =>
        file.Path == random ? file with { Path = FixedName }
        : file.Path == Relations ? file with { Content = WithFixedName(file.Content, random) }
        : file;

    // The relation's name is made of the file's.
    private static byte[] WithFixedName(byte[] relations, string random)
    {
        var document = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(relations).TrimStart('\uFEFF'));
        foreach (var relation in document.Root!.Elements().Where(relation => relation.Attribute("Target")!.Value == $"/{random}"))
        {
            relation.SetAttributeValue("Target", $"/{FixedName}");
            relation.SetAttributeValue("Id", "Properties");
        }

        return Encoding.UTF8.GetBytes($"{document.Declaration}\n{document}".ReplaceLineEndings("\n"));
    }
}
