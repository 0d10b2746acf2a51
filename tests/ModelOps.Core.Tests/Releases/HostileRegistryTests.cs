using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Releases;

/// <summary>What another run, or somebody who can write to the registry, left there before the verb runs.</summary>
public sealed class HostileRegistryTests
{
    private static readonly ModelName Dev = ModelName.Parse("dev.health.diabetes");

    [Fact]
    public async Task Promote_waits_for_a_copy_that_another_run_has_just_added_and_that_is_still_pending()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        await lab.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        await lab.DoAsync<object>("promote", ("To", "staging"));
        var staged = server.State.Models["staging.health.diabetes"];
        staged.Aliases.Clear();
        staged.Versions[1].PendingReads = 3;

        await lab.DoAsync<object>("promote", ("To", "staging"));

        Assert.Equal(1, staged.Aliases["challenger"]);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Promote_replaces_a_copy_of_another_run_that_stays_pending()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        await lab.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        await lab.DoAsync<object>("promote", ("To", "staging"));
        var staged = server.State.Models["staging.health.diabetes"];
        staged.Aliases.Clear();
        staged.Versions[1].PendingReads = int.MaxValue;

        var report = await lab.RunAsync("promote", ("To", "staging"), ("ReadyTimeout", "1"));

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal(2, Assert.Single(staged.Aliases).Value);
        Assert.Equal("2", staged.Versions[1].Tags["modelops.superseded_by"]);
    }

    [Fact]
    public async Task Register_gives_no_alias_to_a_version_of_its_key_that_has_other_files()
    {
        using var lab = new ReleaseLab();
        await lab.PackageAsync();
        await lab.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        File.WriteAllText(Directory.EnumerateFiles(Path.Combine(lab.Path, ".modelops/dev.db.artifacts"), "MLmodel", SearchOption.AllDirectories).Single(), "other: 1\n");

        var report = await lab.RunAsync("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "challenger"));

        Assert.Equal((ExitCode.GateFailed, "MOP3001"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        await using var catalog = await lab.OpenAsync("dev");
        Assert.Empty((await catalog.Registry.FindModelAsync(Dev, CancellationToken.None))!.Aliases);
    }
}
