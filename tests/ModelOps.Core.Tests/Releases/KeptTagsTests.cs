using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

public sealed class KeptTagsTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("team=fraud", "")]
    [InlineData("team=risk", "team=risk")]
    [InlineData("owner=ml", "owner=ml")]
    [InlineData("modelops.commit=forged", "")]
    public async Task Tags_that_a_version_which_is_there_does_not_get_are_named(string tag, string expected)
    {
        var package = await _lab.PackageAsync();
        await _lab.RunAsync("register", ("Package", package), ("Environment", "dev"), ("Tags", "team=fraud"));

        var again = await _lab.RunAsync("register", ("Package", package), ("Environment", "dev"), ("Tags", tag));

        Assert.Equal(
            expected.Length > 0 ? [$"models:/dev.health.diabetes/1 is there already and keeps its tags; not set: {expected}."] : [],
            again.Diagnostics.Where(finding => finding.Code == "MOP3014").Select(finding => finding.Message));
    }
}
