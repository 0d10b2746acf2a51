namespace ModelOps.Integration.Tests.MSBuild;

/// <summary>Targets for models that are somewhere else than in the project.</summary>
public sealed class SourceTargetsTests
{
    private const string Project = """
        <ItemGroup>
          <Model Include="models/diabetes" ModelName="diabetes" Environment="dev" />
        </ItemGroup>
        <Target Name="ShowRegistered" DependsOnTargets="RegisterModels">
          <Message Importance="High" Text="registered=%(RegisteredModel.Version) created=%(RegisteredModel.Created)." />
        </Target>
        <Target Name="ShowPulled" DependsOnTargets="AdoptModels;PullModels">
          <Message Importance="High" Text="pulled=%(PulledModel.Filename) %(PulledModel.Version) %(PulledModel.Uri)." />
        </Target>
        """;

    [Fact]
    public async Task A_version_is_registered_by_its_reference_adopted_and_pulled()
    {
        using var consumer = await ConsumerProject.CreateAsync(Project);
        await File.WriteAllTextAsync(consumer.File("modelops.yml"), "version: 1\nmodels: [{name: diabetes, path: models/diabetes}]\nenvironments:\n  dev: {tracking_uri: 'sqlite:///dev.db'}\n");
        var first = await consumer.BuildAsync("ShowRegistered");
        Assert.True(first.Output.Contains("registered=1 created=True.", StringComparison.OrdinalIgnoreCase), first.Output);

        var again = await consumer.BuildAsync("ShowRegistered", "--no-restore", "-p:ModelOpsReference=models:/diabetes/1");
        Assert.True(again.Output.Contains("registered=1 created=False.", StringComparison.OrdinalIgnoreCase), again.Output);

        var pulled = await consumer.BuildAsync("ShowPulled", "--no-restore", "-p:ModelOpsVersion=1");
        Assert.True(pulled.Output.Contains("pulled=diabetes 1 models:/diabetes/1.", StringComparison.Ordinal), pulled.Output);
        Assert.True(File.Exists(consumer.File("bin/pulled/diabetes/MLmodel")));
    }
}
