using System.IO.Compression;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Packages;

public sealed class PackageContentTests
{
    [Theory]
    [InlineData("ModelOps.MSBuild", "tasks/net10.0/")]
    [InlineData("Cake.ModelOps", "lib/net10.0/")]
    public async Task A_package_carries_all_it_needs_and_asks_for_nothing(string id, string folder)
    {
        var feed = await PackageFeed.GetAsync();
        await using var package = await ZipFile.OpenReadAsync(feed.Package(id));
        var names = package.Entries.Select(entry => entry.FullName).ToArray();

        Assert.Contains($"{folder}ModelOps.Core.dll", names);
        Assert.Contains($"{folder}ModelOps.Store.dll", names);
        Assert.Contains($"{folder}YamlDotNet.dll", names);
        Assert.Contains($"{folder}Octokit.dll", names);
        Assert.Contains($"{folder}runtimes/linux-x64/native/libe_sqlite3.so", names);
        Assert.Contains($"{folder}runtimes/win-x64/native/e_sqlite3.dll", names);
        Assert.Equal(
            ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"],
            names.Where(name => Path.GetFileName(name).Contains("git2-", StringComparison.Ordinal)).Select(name => name[folder.Length..].Split('/')[1]).Order(StringComparer.Ordinal));
        Assert.Contains("licences/libgit2.txt", names);
        // Hosts load what lies in the folder; ASP.NET is not theirs.
        Assert.Equal(["tools/sandbox/modelops-sandbox.dll", "tools/sandbox/modelops-sandbox.runtimeconfig.json"],
            names.Where(name => name.Contains("sandbox", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(names, name => Path.GetFileName(name).StartsWith("Microsoft.Build", StringComparison.Ordinal));
        Assert.DoesNotContain($"{folder}Cake.Core.dll", names);
        using var nuspec = new StreamReader(await package.GetEntry($"{id}.nuspec")!.OpenAsync());
        Assert.DoesNotContain("<dependency ", await nuspec.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
