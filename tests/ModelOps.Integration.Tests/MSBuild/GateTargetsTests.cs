using ModelOps.Integration.Tests.Testing;

namespace ModelOps.Integration.Tests.MSBuild;

public sealed class GateTargetsTests
{
    private const string Project = """
        <ItemGroup>
          <Model Include="models/diabetes" ModelName="diabetes" Environment="dev" Predictions="models/diabetes/predictions.csv" ChampionPredictions="champion.csv" />
        </ItemGroup>
        <Target Name="ShowMetrics" DependsOnTargets="EvaluateModels">
          <Message Importance="High" Text="metric=%(ModelMetric.Metric) of %(ModelMetric.ModelName) is %(ModelMetric.Value)" />
        </Target>
        <Target Name="ShowComparison" DependsOnTargets="CompareModels">
          <Message Importance="High" Text="compared=%(ModelComparison.Metric) %(ModelComparison.Verdict) of %(ModelComparison.ModelName)" />
        </Target>
        <Target Name="ShowValidated" DependsOnTargets="RegisterModels;ValidateModels">
          <Message Importance="High" Text="validated=%(ValidatedModel.Identity) %(ValidatedModel.Status) %(ValidatedModel.Decision) %(ValidatedModel.Alias)" />
          <Message Importance="High" Text="check=%(ModelGateCheck.Gate)/%(ModelGateCheck.Check) %(ModelGateCheck.Status) of %(ModelGateCheck.ModelName)" />
          <Message Importance="High" Text="reports=@(ModelReport->'%(Filename)%(Extension)')" />
        </Target>
        <Target Name="ShowJudged" DependsOnTargets="ValidateModels">
          <Message Importance="High" Text="judged=%(ValidatedModel.Filename) %(ValidatedModel.Status)" />
        </Target>
        <Target Name="ShowMutants" DependsOnTargets="VerifyGates">
          <Message Importance="High" Text="mutant=%(ModelMutant.Mutant) %(ModelMutant.Status)" />
        </Target>
        """;

    [Fact]
    public async Task A_model_is_evaluated_compared_validated_and_its_gates_are_verified_and_a_gate_that_fails_fails_the_build()
    {
        using var consumer = await ConsumerProject.CreateAsync(Project);
        QuickSuite.Write(consumer.Path);
        QuickSuite.WritePredictions(consumer.Path, error: 9);
        File.Move(consumer.File("models/diabetes/predictions.csv"), consumer.File("champion.csv"));
        QuickSuite.WritePredictions(consumer.Path, error: 1);

        var built = await consumer.BuildAsync("ShowMetrics;ShowComparison;ShowValidated");

        Assert.True(built.ExitCode == 0, built.Output);
        Assert.Matches(@"metric=rmse of diabetes is 0\.\d+", built.Output);
        Assert.Contains("compared=rmse better of diabetes", built.Output, StringComparison.Ordinal);
        Assert.Contains("validated=models:/dev.health.diabetes/1 passed promote challenger", built.Output, StringComparison.Ordinal);
        Assert.Matches(@"check=champion/[^\n]* passed of ", built.Output);
        Assert.Contains("report.html;report.md;report.json", built.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateDirectories(consumer.Path), directory => Path.GetFileName(directory).Contains('\\', StringComparison.Ordinal));

        var judged = await consumer.BuildAsync("ShowJudged;ShowMutants", "--no-restore", "-p:ModelOpsValidatePackages=true");
        Assert.True(judged.ExitCode == 0, judged.Output);
        Assert.Contains("judged=diabetes passed", judged.Output, StringComparison.Ordinal);
        Assert.Contains("mutant=shuffled-predictions stopped", judged.Output, StringComparison.Ordinal);

        QuickSuite.WritePredictions(consumer.Path, error: 900);
        var failed = await consumer.BuildAsync("ShowJudged", "--no-restore", "-p:ModelOpsValidatePackages=true");
        Assert.NotEqual(0, failed.ExitCode);
        Assert.Matches(@"error MOP[67]\d{3}: ", failed.Output);
        Assert.DoesNotContain("judged=diabetes passed", failed.Output, StringComparison.Ordinal);
    }
}
