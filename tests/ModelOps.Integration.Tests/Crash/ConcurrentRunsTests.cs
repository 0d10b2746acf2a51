using ModelOps.Abstractions.Registry;

namespace ModelOps.Integration.Tests.Crash;

/// <summary>Two processes do the same, or opposite things, in an order that the test decides.</summary>
public sealed class ConcurrentRunsTests
{
    private static readonly string[] Register = ["Package=diabetes.modelpkg", "Environment=dev", "Alias=candidate"];

    [Theory]
    [InlineData(false, "version added")]
    [InlineData(true, "version added")]
    [InlineData(false, "move announced")]
    public async Task A_package_registered_by_two_processes_is_one_live_version(bool onServer, string overtakenAt)
    {
        await using var lab = await CrashLab.CreateAsync(onServer);
        using var slow = lab.Start(overtakenAt, "register", Register);
        await slow.ReachAsync(overtakenAt);
        var fast = await lab.RunAsync(-1, "register", Register);
        slow.Continue();
        var end = await slow.EndAsync();

        // A server without transactions may show both versions until one run marks the later as superseded; never an alias on one that is not ready.
        Assert.DoesNotContain(lab.Violations, violation => !violation.EndsWith("carry one key", StringComparison.Ordinal));
        Assert.True(fast.ExitCode == 0, fast.Error);
        Assert.True(end.ExitCode == 0, $"{end.ExitCode}: {end.Error}");
        var again = await lab.RunAsync(-1, "register", Register);
        Assert.True(again.ExitCode == 0, again.Error);
        await using var catalog = await lab.OpenAsync("dev");
        var name = ModelName.Parse("dev.health.diabetes");
        var versions = await catalog.Registry.ListVersionsAsync(name, null, CancellationToken.None).ToListAsync();
        var live = Assert.Single(versions, version => !version.Tags.ContainsKey(VersionTags.SupersededBy));
        Assert.Equal((1, VersionStatus.Ready), (live.Version, live.Status));
        var model = await catalog.Registry.FindModelAsync(name, CancellationToken.None);
        Assert.Equal(1, model!.Aliases["candidate"]);
    }

    [Theory]
    [InlineData(false, 1, 2)]
    [InlineData(false, 2, 1)]
    [InlineData(true, 1, 2)]
    [InlineData(true, 2, 1)]
    public async Task Of_two_promotions_at_once_the_second_is_refused_and_the_alias_stays_on_the_first(bool onServer, int overtaken, int winner)
    {
        await using var lab = await CrashLab.CreateAsync(onServer);
        await lab.RegisterAsync("one");
        await lab.RegisterAsync("two");
        using var slow = lab.Start("move announced", "promote", "To=staging", "Alias=candidate", $"Version={overtaken}");
        await slow.ReachAsync("move announced");
        var fast = await lab.RunAsync(-1, "promote", "To=staging", "Alias=candidate", $"Version={winner}");
        slow.Continue();
        var end = await slow.EndAsync();

        Assert.True(fast.ExitCode == 0, fast.Error);
        Assert.True(end.ExitCode == 7, $"{end.ExitCode}: {end.Error}");
        Assert.Contains("MOP3002", end.Error, StringComparison.Ordinal);
        await using var catalog = await lab.OpenAsync("staging");
        var name = ModelName.Parse("staging.health.diabetes");
        var model = await catalog.Registry.FindModelAsync(name, CancellationToken.None);
        var aliased = await catalog.Registry.FindVersionAsync(name, model!.Aliases["candidate"], CancellationToken.None);
        var source = await SourceAsync(lab, winner);
        Assert.Equal(source.Tags[VersionTags.Commit], aliased!.Tags[VersionTags.Commit]);
    }

    private static async Task<ModelVersion> SourceAsync(CrashLab lab, int version)
    {
        await using var catalog = await lab.OpenAsync("dev");
        return (await catalog.Registry.FindVersionAsync(ModelName.Parse("dev.health.diabetes"), version, CancellationToken.None))!;
    }
}
