using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Show;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Show;

public sealed class ShowVerbTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_version_is_found_by_alias_by_number_and_as_the_newest()
    {
        var first = await RegisterAsync("first", ("Alias", "live"));
        var second = await RegisterAsync("second");

        foreach (var reference in new[] { "diabetes@live", "models:/diabetes@live", "diabetes/1", "dev.health.diabetes/1", "models:/dev.health.diabetes/1" })
        {
            var shown = await ShowAsync(reference);
            Assert.Equal((1, first.Digest, "dev", "models:/dev.health.diabetes/1"), (shown.Version, shown.Digest, shown.Environment, shown.Uri));
            Assert.Equal(["live"], shown.Aliases);
            Assert.Contains(new TagRow(VersionTags.Digest, first.Digest), shown.Tags);
        }

        Assert.Equal((2, second.Digest), ((await ShowAsync("diabetes")).Version, (await ShowAsync("diabetes")).Digest));
    }

    [Theory]
    [InlineData("diabetes@nobody", "MOP2007")]
    [InlineData("diabetes/7", "MOP2007")]
    [InlineData("other@live", "MOP2006")]
    [InlineData("diabetes/seven", "MOP0002")]
    [InlineData("diabetes@", "MOP0002")]
    public async Task What_is_not_there_is_exit_code_2(string reference, string code)
    {
        await RegisterAsync("first");
        var report = await _lab.RunAsync("show", ("Reference", reference), ("Environment", "dev"));

        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    private async Task<RegisterResult> RegisterAsync(string content, params (string, string)[] more)
    {
        _lab.ChangeModel(content);
        _lab.Git.Commit(content);
        return await _lab.DoAsync<RegisterResult>("register", [("Package", await _lab.PackageAsync()), ("Environment", "dev"), .. more]);
    }

    private Task<ShowResult> ShowAsync(string reference) => _lab.DoAsync<ShowResult>("show", ("Reference", reference), ("Environment", "dev"));
}
