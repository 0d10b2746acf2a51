using System.IO.Compression;
using System.Xml.Linq;
using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>What a feed shows of a package.</summary>
public sealed class PackagePageTests
{
    [Theory]
    [InlineData("ModelOps.Cli")]
    [InlineData("ModelOps.MSBuild")]
    [InlineData("Cake.ModelOps")]
    public async Task A_package_has_a_page_a_picture_a_licence_and_words_to_find_it_by(string id)
    {
        var feed = await PackageFeed.GetAsync();
        await feed.AddCommandAsync();
        await using var package = await ZipFile.OpenReadAsync(feed.Package(id));
        var metadata = XDocument.Parse(await ReadAsync(package, $"{id}.nuspec")).Descendants().First(element => element.Name.LocalName == "metadata")
            .Elements().ToDictionary(element => element.Name.LocalName);

        var page = await ReadAsync(package, metadata["readme"].Value);
        Assert.StartsWith($"# {id}\n", page, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(TestFiles.Root, "docs", "azure-extension", "icon.png")), await BytesAsync(package, metadata["icon"].Value));
        Assert.Equal("MIT", metadata["license"].Value);
        Assert.Contains("mlflow", metadata["tags"].Value.Split(' '));
        Assert.Contains("MLflow", metadata["description"].Value, StringComparison.Ordinal);
        // Nobody said where the sources are, and nothing is made up.
        Assert.Null(metadata.GetValueOrDefault("repository")?.Attribute("url"));
        Assert.DoesNotContain("projectUrl", metadata.Keys);
    }

    // A feed shows a page far from the repository: what is linked by a path leads nowhere there.
    [Theory]
    [InlineData("ModelOps.Cli")]
    [InlineData("ModelOps.MSBuild")]
    [InlineData("Cake.ModelOps")]
    public void A_page_links_to_nothing_beside_it(string id) =>
        Assert.DoesNotMatch(@"\]\((?!https://)|<(a|img) ", File.ReadAllText(Path.Combine(TestFiles.Root, "docs", "packages", $"{id}.md")));

    private static async Task<string> ReadAsync(ZipArchive package, string name)
    {
        using var reader = new StreamReader(await package.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    private static async Task<byte[]> BytesAsync(ZipArchive package, string name)
    {
        await using var entry = await package.GetEntry(name)!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
