using ModelOps.Testing;

namespace ModelOps.Integration.Tests.MSBuild;

public sealed class PackageModelsTests
{
    private const string Model = """<ItemGroup><Model Include="models/diabetes" ModelName="diabetes" /></ItemGroup>""";

    [Fact]
    public async Task A_package_is_made_once_and_again_when_a_file_is_changed_or_gone()
    {
        using var consumer = await ConsumerProject.CreateAsync(Model);

        var first = await consumer.BuildAsync("PackageModels");
        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Contains("files=7", first.Output, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(consumer.Package);

        var second = await consumer.BuildAsync("PackageModels", "-v:normal", "--no-restore");
        Assert.Contains("Skipping target \"_PackModels\" because all output files are up-to-date", second.Output, StringComparison.Ordinal);

        await File.AppendAllTextAsync(consumer.File("models/diabetes/requirements.txt"), "# changed\n");
        var changed = await consumer.BuildAsync("PackageModels", "--no-restore");
        Assert.Contains("files=7", changed.Output, StringComparison.Ordinal);
        Assert.NotEqual(bytes, await File.ReadAllBytesAsync(consumer.Package));

        File.Delete(consumer.File("models/diabetes/serving_input_example.json"));
        var gone = await consumer.BuildAsync("PackageModels", "--no-restore");
        Assert.Contains("files=6", gone.Output, StringComparison.Ordinal);

        var clean = await consumer.BuildAsync("Clean", "--no-restore");
        Assert.True(clean.ExitCode == 0, clean.Output);
        Assert.False(File.Exists(consumer.Package));
    }

    [Fact]
    public async Task All_target_frameworks_share_one_package()
    {
        using var consumer = await ConsumerProject.CreateAsync(Model, "net10.0;net10.0-windows");

        var built = await consumer.BuildAsync("Build", "-p:ModelOpsPackOnBuild=true");

        Assert.True(built.ExitCode == 0, built.Output);
        Assert.Single(built.Output.Split('\n'), line => line.Contains("package: package=", StringComparison.Ordinal));
        Assert.True(File.Exists(consumer.Package));
    }

    [Fact]
    public async Task Hostile_names_and_metadata_stay_data()
    {
        const string Hostile = "a;b $(MSBuildProjectName) @(Model) 'x' %(Identity) 100%3b";
        using var consumer = await ConsumerProject.CreateAsync($"""
            <ItemGroup>
              <Model Include="models/{Escape(Hostile)}" Note="{Escape(Hostile)}" />
            </ItemGroup>
            <Target Name="Show" DependsOnTargets="PackageModels">
              <Message Importance="High" Text="count=@(ModelPackage->Count()) note=[%(ModelPackage.Note)] name=[%(ModelPackage.Filename)]" />
            </Target>
            """);
        var model = consumer.File($"models/{Hostile}");
        Directory.Move(consumer.File("models/diabetes"), model);
        await File.WriteAllTextAsync(Path.Combine(model, "c;d $(X) @(Y).txt"), "data");

        var first = await consumer.BuildAsync("Show");
        var second = await consumer.BuildAsync("Show", "-v:normal", "--no-restore");

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Contains("files=8", first.Output, StringComparison.Ordinal);
        Assert.Contains($"count=1 note=[{Hostile}] name=[{Hostile}]", first.Output, StringComparison.Ordinal);
        Assert.Contains("Skipping target \"_PackModels\"", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_models_never_share_a_package()
    {
        using var consumer = await ConsumerProject.CreateAsync("""
            <ItemGroup><Model Include="models/diabetes;other/diabetes" /></ItemGroup>
            """);
        TestFiles.CopyDirectory(consumer.File("models/diabetes"), consumer.File("other/diabetes"));

        var built = await consumer.BuildAsync("PackageModels");

        Assert.NotEqual(0, built.ExitCode);
        Assert.Contains("error MOP0005", built.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(consumer.Package));
    }

    // As MSBuild asks a project's author to write these characters.
    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("$", "%24", StringComparison.Ordinal)
        .Replace("@", "%40", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("'", "%27", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal);
}
