using ModelOps.Integration.Tests.Testing;

namespace ModelOps.Integration.Tests.MSBuild;

/// <summary>Inputs that once had no place in a target arrive there, from an item's metadata and from a property.</summary>
public sealed class EveryInputTargetsTests
{
    private const string Project = """
        <ItemGroup>
          <Model Include="models/diabetes" ModelName="diabetes" Environment="dev" Predictions="models/diabetes/predictions.csv" ChampionPredictions="champion.csv"
                 Also="r2;median_ae" Metrics="mae;r2" Resamples="100" />
        </ItemGroup>
        <Target Name="ShowMetrics" DependsOnTargets="EvaluateModels">
          <Message Importance="High" Text="evaluated=@(ModelMetric->'%(Metric)')." />
        </Target>
        <Target Name="ShowComparison" DependsOnTargets="CompareModels">
          <Message Importance="High" Text="compared=@(ModelComparison->'%(Metric)')." />
        </Target>
        <Target Name="ShowValidated" DependsOnTargets="RegisterModels;ValidateModels">
          <Message Importance="High" Text="validated=%(ValidatedModel.Version) %(ValidatedModel.Decision)." />
        </Target>
        <Target Name="ShowPackages" DependsOnTargets="PackageModels">
          <Message Importance="High" Text="packages=@(ModelPackage->'%(Filename) of %(ModelName)')." />
        </Target>
        """;

    [Fact]
    public async Task Metrics_and_the_manner_of_a_comparison_come_from_metadata_and_properties()
    {
        using var consumer = await CreateAsync();
        File.Copy(consumer.File("models/diabetes/predictions.csv"), consumer.File("champion.csv"));

        var refused = await consumer.BuildAsync("ShowComparison", "-p:ModelOpsMetric=mae");
        Assert.NotEqual(0, refused.ExitCode);

        var built = await consumer.BuildAsync("ShowMetrics;ShowComparison", "--no-restore", "-p:ModelOpsMetric=mae", "-p:ModelOpsAllowIdentical=true", "-p:ModelOpsHypothesis=non-inferior", "-p:ModelOpsTolerance=1");

        Assert.True(built.ExitCode == 0, built.Output);
        Assert.Contains("evaluated=mae;r2.", built.Output, StringComparison.Ordinal);
        Assert.Contains("compared=mae;r2;median_ae.", built.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_left_to_a_canary_becomes_champion_when_a_property_allows_it()
    {
        using var consumer = await CreateAsync();
        var first = await consumer.BuildAsync("ShowValidated", "-p:ModelOpsChallengerAlias=champion");
        Assert.Contains("validated=1 promote.", first.Output, StringComparison.Ordinal);
        var predictions = consumer.File("models/diabetes/predictions.csv");
        await File.WriteAllTextAsync(predictions, (await File.ReadAllTextAsync(predictions)).Replace("\n0,-1\n", "\n0,-1.1\n", StringComparison.Ordinal));
        var second = await consumer.BuildAsync("ShowValidated", "--no-restore");
        Assert.Contains("validated=2 canary.", second.Output, StringComparison.Ordinal);

        string[] promote = ["--no-restore", "-p:ModelOpsTo=staging", "-p:ModelOpsFrom=dev", "-p:ModelOpsAlias=champion"];
        var refused = await consumer.BuildAsync("PromoteModels", promote);
        Assert.True(refused.Output.Contains("error MOP7007", StringComparison.Ordinal), refused.Output);
        var allowed = await consumer.BuildAsync("PromoteModels", [.. promote, "-p:ModelOpsAllowUndecided=true"]);
        Assert.True(allowed.ExitCode == 0, allowed.Output);
    }

    [Fact]
    public async Task What_a_property_says_of_the_gates_reaches_versions_that_the_same_build_has_registered()
    {
        using var consumer = await CreateAsync();
        var built = await consumer.BuildAsync("ShowValidated", "-p:ModelOpsRefresh=perhaps");
        Assert.True(built.Output.Contains("Input 'refresh' cannot be 'perhaps' (argument)", StringComparison.Ordinal), built.Output);
    }

    [Fact]
    public async Task A_package_that_is_there_is_verified_and_used_instead_of_packing()
    {
        using var consumer = await CreateAsync();
        await consumer.BuildAsync("PackageModels");
        File.Move(consumer.Package, consumer.File("kept.modelpkg"));

        var verified = await consumer.BuildAsync("ShowPackages", "--no-restore", "-p:ModelOpsVerify=kept.modelpkg");
        Assert.True(verified.ExitCode == 0, verified.Output);
        Assert.Contains("packages=kept of diabetes.", verified.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(consumer.Package));

        await File.WriteAllTextAsync(consumer.File("kept.modelpkg"), "torn");
        var torn = await consumer.BuildAsync("ShowPackages", "--no-restore", "-p:ModelOpsVerify=kept.modelpkg");
        Assert.NotEqual(0, torn.ExitCode);
    }

    private static async Task<ConsumerProject> CreateAsync()
    {
        var consumer = await ConsumerProject.CreateAsync(Project);
        QuickSuite.Write(consumer.Path);
        var configuration = await File.ReadAllTextAsync(consumer.File("modelops.yml"));
        await File.WriteAllTextAsync(consumer.File("modelops.yml"), configuration[..configuration.IndexOf("\nbranches:", StringComparison.Ordinal)].Replace(
            "\nenvironments:", "\n    gates:\n      champion: { metric: rmse, resamples: 200, not_enough_evidence: canary }\n\nenvironments:", StringComparison.Ordinal));
        return consumer;
    }
}
