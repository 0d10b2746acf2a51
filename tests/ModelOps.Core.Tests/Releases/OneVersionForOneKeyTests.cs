using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Several versions of one key on a server, which concurrent and killed runs left.</summary>
public sealed class OneVersionForOneKeyTests
{
    private static readonly (string Name, string Value)[] Register = [("Package", "diabetes.modelpkg"), ("Environment", "dev")];

    [Fact]
    public async Task Twenty_four_registers_of_one_commit_on_a_server_leave_one_live_version()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();

        var reports = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => lab.RunAsync("register", Register))));

        Assert.All(reports, report => Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report)));
        Assert.All(reports, report => Assert.Equal(1, ((RegisterResult)report.Result!).Version));
        Assert.Single(reports, report => ((RegisterResult)report.Result!).Created);
        var live = Assert.Single(server.State.Models["dev.health.diabetes"].Versions.Values, version => !version.Tags.ContainsKey(VersionTags.SupersededBy));
        Assert.Equal(1, live.Number);
    }

    [Fact]
    public async Task Register_settles_what_runs_left_that_were_killed_between_creating_and_settling()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await LeaveTwoAsync(server, "dev");

        var register = await lab.DoAsync<RegisterResult>("register", Register);

        Assert.Equal((1, false), (register.Version!.Value, register.Created));
        Assert.Equal("1", server.State.Models["dev.health.diabetes"].Versions[2].Tags[VersionTags.SupersededBy]);
        server.ForgetRequests();
        await lab.DoAsync<RegisterResult>("register", Register);
        Assert.Empty(server.RequestsTo("POST", "set-tag"));
    }

    [Fact]
    public async Task A_dry_run_settles_nothing()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await LeaveTwoAsync(server, "dev");

        await lab.DoAsync<RegisterResult>("register", [.. Register, ("DryRun", "true")]);

        Assert.DoesNotContain(VersionTags.SupersededBy, server.State.Models["dev.health.diabetes"].Versions[2].Tags.Keys);
    }

    [Fact]
    public async Task Promote_and_validate_take_the_version_that_register_answers_before_anybody_settled()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await LeaveTwoAsync(server, "dev");
        await using var catalog = await lab.OpenUriAsync(server.Url);

        var selected = await SelectedVersion.FindAsync(
            catalog.Registry, "dev", ModelName.Parse("dev.health.diabetes"), new(null, null), CancellationToken.None);
        await lab.DoAsync<PromoteResult>("promote", ("To", "staging"));

        Assert.Equal(1, selected.Version);
        Assert.Equal("dev models:/dev.health.diabetes/1", server.State.Models["staging.health.diabetes"].Versions[1].Tags[VersionTags.CopiedFrom]);
    }

    [Fact]
    public async Task Promote_settles_copies_too_where_the_alias_is_there_already()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await LeaveTwoAsync(server, "staging");

        var promote = await lab.DoAsync<PromoteResult>("promote", ("To", "staging"));

        Assert.Equal((1, false), (promote.Version!.Value, promote.Created));
        Assert.Equal("1", server.State.Models["staging.health.diabetes"].Versions[2].Tags[VersionTags.SupersededBy]);
    }

    /// <summary>Two versions of one key, as two runs leave them that are killed right after the create request.</summary>
    private static async Task<ReleaseLab> LeaveTwoAsync(MlflowServer server, string environment)
    {
        var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        await lab.DoAsync<RegisterResult>("register", Register);
        if (environment == "staging")
        {
            await lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
        }

        var first = server.State.Models[$"{environment}.health.diabetes"].Versions[1];
        server.State.Models[first.Model].Versions[2] = new()
        {
            Model = first.Model,
            Number = 2,
            Source = first.Source,
            RunId = first.RunId,
            Description = first.Description,
            CreatedAt = first.CreatedAt,
            Tags = new(first.Tags, StringComparer.Ordinal),
        };
        return lab;
    }
}
