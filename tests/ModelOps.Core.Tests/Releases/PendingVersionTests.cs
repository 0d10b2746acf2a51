using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Releases;

/// <summary>What a run that was killed, or a registry that is slow, leaves pending.</summary>
public sealed class PendingVersionTests
{
    private static readonly (string, string)[] Register = [("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("ReadyTimeout", "1")];

    [Fact]
    public async Task On_a_server_the_next_run_replaces_it_and_the_one_after_finds_the_new_one()
    {
        var options = new MlflowServerOptions { PendingReads = int.MaxValue };
        await using var server = await MlflowServer.StartAsync(options);
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        Assert.Equal(ExitCode.RemoteFailure, (await lab.RunAsync("register", Register)).ExitCode);
        options.PendingReads = 0;

        var replaced = await lab.DoAsync<RegisterResult>("register", Register);

        Assert.Equal((2, true), (replaced.Version, replaced.Created));
        Assert.Contains(lab.Host.Diagnostics, diagnostic => diagnostic.Code == "MOP2012");
        var versions = Assert.Single(server.State.Models.Values).Versions;
        Assert.Equal("2", versions[1].Tags[VersionTags.SupersededBy]);
        Assert.Equal((2, false), await AgainAsync(lab));

        // The run that replaced it may have been killed before it said so.
        Assert.Equal("1", versions[2].Tags[VersionTags.Replaces]);
        versions[1].Tags.Remove(VersionTags.SupersededBy);
        Assert.Equal((2, false), await AgainAsync(lab));
        Assert.Equal("2", versions[1].Tags[VersionTags.SupersededBy]);

        // It may come late: it is withdrawn all the same.
        versions[1].PendingReads = 0;
        Assert.Equal((2, false), await AgainAsync(lab));
        Assert.DoesNotContain(VersionTags.SupersededBy, versions[2].Tags.Keys);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task One_that_becomes_ready_while_the_next_run_waits_is_the_version()
    {
        await using var server = await MlflowServer.StartAsync(new() { PendingReads = 4 });
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        Assert.Equal(ExitCode.RemoteFailure, (await lab.RunAsync("register", [.. Register[..2], ("ReadyTimeout", "0")])).ExitCode);

        Assert.Equal((1, false), await AgainAsync(lab, ("ReadyTimeout", "60")));
        Assert.Single(Assert.Single(server.State.Models.Values).Versions);
    }

    [Fact]
    public async Task In_an_embedded_catalog_the_next_run_finishes_it()
    {
        using var lab = new ReleaseLab();
        await lab.PackageAsync();
        await lab.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        using (var store = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(lab.Path, ".modelops/dev.db")};Pooling=False"))
        {
            store.Open();
            using var command = store.CreateCommand();
            command.CommandText = "UPDATE model_versions SET status = 'PENDING_REGISTRATION'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        Assert.Equal((1, false), await AgainAsync(lab));
        await using var catalog = await lab.OpenAsync("dev");
        Assert.Equal(VersionStatus.Ready, (await catalog.Registry.FindVersionAsync(ModelName.Parse("dev.health.diabetes"), 1, default))!.Status);
    }

    [Fact]
    public async Task A_registry_that_finishes_nothing_gets_no_version_for_ever()
    {
        await using var server = await MlflowServer.StartAsync(new() { PendingReads = int.MaxValue });
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        for (var run = 0; run < 7; run++)
        {
            var report = await lab.RunAsync("register", Register);
            Assert.Equal(ExitCode.RemoteFailure, report.ExitCode);
            Assert.Equal("MOP2008", Assert.Single(report.Diagnostics).Code);
        }

        Assert.Equal(5, Assert.Single(server.State.Models.Values).Versions.Count);
        Assert.Contains("Delete them", lab.Host.Diagnostics[^1].Message, StringComparison.Ordinal);
    }

    private static async Task<(int? Version, bool Created)> AgainAsync(ReleaseLab lab, params (string, string)[] more)
    {
        var result = await lab.DoAsync<RegisterResult>("register", [.. Register[..2], .. more]);
        return (result.Version, result.Created);
    }
}
