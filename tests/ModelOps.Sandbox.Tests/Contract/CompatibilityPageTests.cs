namespace ModelOps.Sandbox.Tests.Contract;

public sealed class CompatibilityPageTests
{
    [Fact]
    public async Task The_page_on_compatibility_says_what_the_replay_found()
    {
        var committed = Path.Combine(TestFiles.Root, "docs", "compatibility.md");
        var received = Path.Combine(TestFiles.Root, "docs", "compatibility.received.md");

        var page = await CompatibilityPage.RenderAsync();

        if (File.Exists(committed) && await File.ReadAllTextAsync(committed) == page)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, page);
        Assert.Fail($"{received} differs from {committed}. When it is right, put it in its place.");
    }
}
