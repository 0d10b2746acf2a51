using System.Runtime.Versioning;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Packaging;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gathering;

[UnsupportedOSPlatform("windows")]
public sealed class MaterializedModelTests
{
    private static readonly (string, string)[] Files = [("MLmodel", "flavors: {}\n"), ("data/empty", ""), ("data/model.pkl", "weights")];

    [UnixFact]
    public async Task The_copy_has_the_bytes_and_names_of_the_model_and_their_digest_and_goes_away()
    {
        await using var content = new TextContent(Files);
        var expected = ContentIdentity.Of(await ContentHasher.ComputeAsync(content, SilentProgress.Instance, default));
        string path;
        using (var model = await MaterializedModel.CreateAsync(content, SilentProgress.Instance, default))
        {
            path = model.Path;
            Assert.Equal(expected, model.Identity);
            Assert.Equal(Files.Select(file => file.Item2), Files.Select(file => File.ReadAllText(Path.Combine(path, file.Item1))));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
            Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(Path.Combine(path, "data/model.pkl")));
        }

        Assert.False(Directory.Exists(path));
    }

    [UnixTheory]
    [InlineData("../outside", "MOP1")]
    [InlineData("/etc/outside", "MOP1")]
    [InlineData(".git/hooks/post-checkout", "MOP1")]
    [InlineData("mlmodel", "MOP1")]
    public async Task A_name_that_leads_elsewhere_is_refused_before_anything_is_written(string name, string area)
    {
        var before = Leftovers();
        await using var content = new TextContent([.. Files, (name, "x")]);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MaterializedModel.CreateAsync(content, SilentProgress.Instance, default));

        Assert.Equal(ExitCode.GateFailed, failure.ExitCode);
        Assert.StartsWith(area, Assert.Single(failure.Diagnostics).Code, StringComparison.Ordinal);
        await AreGoneAsync(Leftovers().Except(before));
    }

    [UnixTheory]
    [InlineData(1)]
    [InlineData(8 << 20)]
    public async Task A_file_with_more_bytes_than_are_listed_is_refused_and_nothing_stays(int extra)
    {
        await using var content = new TextContent(Files) { ExtraBytes = extra };
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MaterializedModel.CreateAsync(content, SilentProgress.Instance, default));

        Assert.Equal(ExitCode.GateFailed, failure.ExitCode);
        Assert.All(failure.Diagnostics, finding => Assert.Equal("MOP3001", finding.Code));
    }

    // Other processes and tests make such directories too, and remove them.
    private static async Task AreGoneAsync(IEnumerable<string> directories)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        foreach (var directory in directories)
        {
            while (Directory.Exists(directory))
            {
                await Task.Delay(100, patience.Token);
            }
        }
    }

    private static string[] Leftovers() => Directory.GetDirectories(Path.GetTempPath(), "modelops-??????");
}
