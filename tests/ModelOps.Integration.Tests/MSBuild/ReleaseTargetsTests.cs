namespace ModelOps.Integration.Tests.MSBuild;

public sealed class ReleaseTargetsTests
{
    private const string Project = """
        <ItemGroup><Model Include="models/diabetes" ModelName="diabetes" Environment="dev" Tags="team=health;owner=%24(USER)%3B" To="prod" From="dev" /></ItemGroup>
        <Target Name="ShowRegistered" DependsOnTargets="RegisterModels">
          <Message Importance="High" Text="registered=@(RegisteredModel) version=%(RegisteredModel.Version) created=%(RegisteredModel.Created)" />
        </Target>
        <Target Name="ShowPromoted" DependsOnTargets="PromoteModels">
          <Message Importance="High" Text="promoted=@(PromotedModel) alias=%(PromotedModel.Alias)" />
        </Target>
        <Target Name="ShowStatus" DependsOnTargets="ModelStatus">
          <Message Importance="High" Text="count=@(ModelVersion->Count()) version=%(ModelVersion.Version) by=[%(ModelVersion.By)]" />
        </Target>
        <Target Name="ShowHistory" DependsOnTargets="ModelHistory">
          <Message Importance="High" Text="entry=%(ModelHistoryEntry.Action) started=%(ModelHistoryEntry.Started)" />
        </Target>
        """;

    private const string Configuration = """
        version: 1
        environments:
          dev:
            tracking_uri: sqlite:///dev.db
          prod:
            tracking_uri: sqlite:///prod.db
        """;

    private static readonly (string Name, string Value) Actor = ("USER", "a;b $(MSBuildProjectName) @(Model)");

    [Fact]
    public async Task A_model_is_registered_once_promoted_and_shown()
    {
        using var consumer = await ConsumerProject.CreateAsync(Project);
        await File.WriteAllTextAsync(consumer.File("modelops.yml"), Configuration);

        var first = await consumer.BuildAsync("ShowRegistered", Actor);
        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Contains("registered=models:/diabetes/1 version=1 created=true", first.Output, StringComparison.Ordinal);

        var second = await consumer.BuildAsync("ShowRegistered", Actor, "--no-restore");
        Assert.Contains("registered=models:/diabetes/1 version=1 created=false", second.Output, StringComparison.Ordinal);

        var promoted = await consumer.BuildAsync("ShowPromoted", Actor, "--no-restore", "-p:ModelOpsAlias=candidate");
        Assert.Contains("promoted=models:/diabetes/1 alias=candidate", promoted.Output, StringComparison.Ordinal);

        var status = await consumer.BuildAsync("ShowStatus;ShowHistory", Actor, "--no-restore");
        Assert.True(status.ExitCode == 0, status.Output);
        Assert.Contains($"count=1 version=1 by=[{Actor.Value}]", status.Output, StringComparison.Ordinal);
        Assert.Matches(@"history: started=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", status.Output);
        Assert.Matches(@"entry=register started=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", status.Output);

        var rollback = await consumer.BuildAsync("RollbackModels", Actor, "--no-restore");
        Assert.NotEqual(0, rollback.ExitCode);
        Assert.Contains("consumer.csproj : error MOP0001: Input 'reason' is required", rollback.Output, StringComparison.Ordinal);
    }
}
