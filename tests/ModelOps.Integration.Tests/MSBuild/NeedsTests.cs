namespace ModelOps.Integration.Tests.MSBuild;

/// <summary>What the targets say in an MSBuild that cannot run their tasks.</summary>
public sealed class NeedsTests
{
    [Theory]
    [InlineData("_ModelOpsMSBuild=17.13.9", "needs MSBuild 18 or newer, and this is 17.13.9")]
    [InlineData("_ModelOpsSdk=9.0.305", "needs the .NET 10 SDK or newer, and this is 9.0.305")]
    public async Task An_older_one_is_named_and_no_task_is_loaded(string property, string words)
    {
        using var consumer = await ConsumerProject.CreateAsync("""<ItemGroup><Model Include="models/diabetes" /></ItemGroup>""");

        var built = await consumer.BuildAsync("PackageModels", $"-p:{property}");

        Assert.NotEqual(0, built.ExitCode);
        Assert.Contains(words, built.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(consumer.Package));
    }

    [Fact]
    public async Task An_ordinary_build_asks_for_nothing()
    {
        using var consumer = await ConsumerProject.CreateAsync("""<ItemGroup><Model Include="models/diabetes" /></ItemGroup>""");

        var built = await consumer.BuildAsync("Build", "-p:_ModelOpsMSBuild=17.0", "-p:_ModelOpsSdk=9.0.305");

        Assert.True(built.ExitCode == 0, built.Output);
    }
}
