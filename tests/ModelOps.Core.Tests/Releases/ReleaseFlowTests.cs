using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

public sealed class ReleaseFlowTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_model_goes_through_dev_staging_and_prod()
    {
        var package = await _lab.PackageAsync();
        var registered = await _lab.DoAsync<RegisterResult>("register", ("Package", package), ("Environment", "dev"));
        var staged = await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
        _lab.Git.Switch("release/1.0", create: true);
        var released = await _lab.DoAsync<PromoteResult>("promote", ("To", "prod"), ("FromAlias", "challenger"));
        var status = await _lab.DoAsync<StatusResult>("status");

        Assert.Equal("dev.health.diabetes", registered.Model.Value);
        Assert.True(registered.Created);
        Assert.Equal("models:/dev.health.diabetes/1", registered.Uri);
        Assert.Equal("challenger", staged.Alias.Value);
        Assert.Equal("champion", released.Alias.Value);
        Assert.Null(released.PreviousVersion);
        Assert.Equal(["dev", "staging", "prod"], status.Versions.Select(row => row.Environment));
        Assert.Equal([[], ["challenger"], ["champion"]], status.Versions.Select(row => row.Aliases));
        Assert.All(status.Versions, row => Assert.Equal((registered.Digest, _lab.Git.Head, "tester"), (row.Digest, row.Commit, row.By)));
    }

    [Fact]
    public async Task Registering_the_same_content_and_commit_again_makes_no_second_version_and_writes_nothing()
    {
        var package = await _lab.PackageAsync();
        await _lab.DoAsync<RegisterResult>("register", ("Package", package), ("Environment", "dev"), ("Alias", "candidate"));
        var before = await HistoryAsync();
        var again = await _lab.DoAsync<RegisterResult>("register", ("Package", package), ("Environment", "dev"), ("Alias", "candidate"));

        Assert.False(again.Created);
        Assert.Equal(1, again.Version);
        Assert.Equal(before, await HistoryAsync());
    }

    [Fact]
    public async Task A_version_carries_provenance_and_the_tags_of_the_call_but_a_call_cannot_forge_provenance()
    {
        var package = await _lab.PackageAsync();
        await _lab.DoAsync<RegisterResult>(
            "register", ("Package", package), ("Environment", "dev"), ("Tags", "team=fraud"), ("Tags", "modelops.commit=forged"));

        await using var catalog = await _lab.OpenAsync("dev");
        var version = await catalog.Registry.FindVersionAsync(ModelName.Parse("dev.health.diabetes"), 1, CancellationToken.None);
        Assert.Equal("fraud", version!.Tags["team"]);
        Assert.Equal(_lab.Git.Head, version.Tags[VersionTags.Commit]);
        Assert.Equal("main", version.Tags[VersionTags.Branch]);
        Assert.StartsWith("sha256:", version.Tags[VersionTags.Digest], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdicts_do_not_travel_with_a_promoted_version_but_the_users_tags_do()
    {
        await RegisterAsync(("Tags", "team=fraud"));
        await TagDevAsync(VersionTags.ValidationStatus, "PASSED");
        await TagDevAsync(VersionTags.Gates, "{}");
        await TagDevAsync(VersionTags.Decision, "promote");
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));

        await using var catalog = await _lab.OpenAsync("staging");
        var copy = await catalog.Registry.FindVersionAsync(ModelName.Parse("staging.health.diabetes"), 1, CancellationToken.None);
        Assert.Equal("fraud", copy!.Tags["team"]);
        Assert.Equal("dev models:/dev.health.diabetes/1", copy.Tags[VersionTags.CopiedFrom]);
        Assert.DoesNotContain(VersionTags.Decision, copy.Tags.Keys);
        Assert.DoesNotContain(VersionTags.Gates, copy.Tags.Keys);
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("PENDING")]
    [InlineData("anything else")]
    public async Task A_version_that_has_not_passed_its_validation_is_not_promoted(string verdict)
    {
        await RegisterAsync();
        await TagDevAsync(VersionTags.ValidationStatus, verdict);

        await RefusedAsync(ExitCode.GateFailed, "MOP3011", ("To", "staging"));
    }

    [Fact]
    public async Task A_branch_that_the_policy_does_not_name_may_not_promote()
    {
        await RegisterAsync();
        _lab.Git.Switch("feature/x", create: true);

        await RefusedAsync(ExitCode.GateFailed, "MOP3003", ("To", "staging"));
    }

    [Fact]
    public async Task A_detached_head_has_no_branch_that_the_policy_could_allow()
    {
        await RegisterAsync();
        _lab.Git.Run("switch", "--quiet", "--detach");

        await RefusedAsync(ExitCode.GateFailed, "MOP3003", ("To", "staging"));
        Assert.Contains("The branch is unknown (detached HEAD", Assert.Single(_lab.Host.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_configuration_an_environment_is_unknown_because_no_file_was_found()
    {
        File.Delete(Path.Combine(_lab.Path, "modelops.yml"));

        await RefusedAsync(ExitCode.BadInput, "MOP0105", ("Model", "diabetes"), ("To", "staging"));
        Assert.Contains("no modelops.yml was found", Assert.Single(_lab.Host.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_the_source_environment_lacks_is_named_with_it()
    {
        await RefusedAsync(ExitCode.BadInput, "MOP2006", ("To", "staging"));
        Assert.Contains("'dev.health.diabetes' in environment 'dev'", Assert.Single(_lab.Host.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "There is no version of 'typo' in dev, staging, prod.")]
    [InlineData("history", "The ledger has no entry for 'typo' in dev, staging, prod.")]
    public async Task An_empty_answer_says_where_was_looked(string verb, string expected)
    {
        await RegisterAsync();
        var report = await _lab.RunAsync(verb, ("Model", "typo"));

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        var note = Assert.Single(report.Diagnostics);
        Assert.Equal((Severity.Info, expected), (note.Severity, note.Message));
    }

    [Fact]
    public async Task Where_no_branch_is_checked_out_the_build_host_may_name_it()
    {
        await RegisterAsync();
        _lab.Git.Run("checkout", "--quiet", "--detach");
        await RefusedAsync(ExitCode.GateFailed, "MOP3003", ("To", "staging"));

        _lab.Environment["MODELOPS_BRANCH"] = "main";
        Assert.True((await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"))).Created);
        _lab.Git.Switch("feature/x", create: true);
        await RefusedAsync(ExitCode.GateFailed, "MOP3003", ("To", "staging"));
    }

    [Fact]
    public async Task A_pull_request_never_promotes_but_may_see_the_plan()
    {
        await RegisterAsync();
        _lab.Environment["GITHUB_ACTIONS"] = "true";
        _lab.Environment["GITHUB_EVENT_NAME"] = "pull_request";
        _lab.Environment["GITHUB_REF"] = "refs/pull/7/merge";
        _lab.Environment["GITHUB_HEAD_REF"] = "main";

        await RefusedAsync(ExitCode.GateFailed, "MOP3004", ("To", "staging"));
        var plan = await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"), ("DryRun", "true"));
        Assert.Equal(3, plan.Plan.Count);
        Assert.StartsWith("## Plan for staging\n\n**staging.health.diabetes**\n\n- copy models:/", Assert.Single(_lab.Host.Summaries), StringComparison.Ordinal);
        Assert.Null(plan.Version);
        await using var catalog = await _lab.OpenAsync("staging");
        Assert.Null(await catalog.Registry.FindModelAsync(ModelName.Parse("staging.health.diabetes"), CancellationToken.None));
    }

    [Fact]
    public async Task An_older_commit_does_not_replace_a_newer_one_unless_allowed()
    {
        await RegisterAsync();
        _lab.ChangeModel("second");
        _lab.Git.Commit("second");
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"), ("Version", "2"));

        await RefusedAsync(ExitCode.GateFailed, "MOP3005", ("To", "staging"), ("Version", "1"));
        var forced = await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"), ("Version", "1"), ("AllowOlder", "true"));
        Assert.Equal((2, 1), (forced.Version, forced.PreviousVersion));
    }

    [Fact]
    public async Task Commits_that_the_clone_does_not_have_end_as_could_not_run()
    {
        _lab.ChangeModel("second");
        _lab.Git.Commit("second");
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));

        // Force-pushed away.
        _lab.Git.Run("reset", "--quiet", "--hard", "HEAD~1");
        _lab.Git.Run("reflog", "expire", "--expire=now", "--all");
        _lab.Git.Run("update-ref", "-d", "ORIG_HEAD");
        _lab.Git.Run("prune", "--expire=now");
        await RegisterAsync();

        await RefusedAsync(ExitCode.CouldNotRun, "MOP4008", ("To", "staging"));
    }

    [Fact]
    public async Task A_version_that_another_branch_has_staged_meanwhile_is_not_released()
    {
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
        _lab.Git.Switch("release/1.0", create: true);
        _lab.Git.Switch("main");
        _lab.ChangeModel("second");
        _lab.Git.Commit("second");
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
        _lab.Git.Switch("release/1.0");

        await RefusedAsync(ExitCode.GateFailed, "MOP3013", ("To", "prod"), ("FromAlias", "challenger"));
        var first = await _lab.DoAsync<PromoteResult>("promote", ("To", "prod"), ("Version", "1"));
        Assert.True(first.Created);
    }

    [Fact]
    public async Task A_branch_whose_commit_git_does_not_say_is_not_taken_to_have_a_version()
    {
        await RegisterAsync();
        Directory.Move(Path.Combine(_lab.Path, ".git"), Path.Combine(_lab.Path, "git-away"));
        _lab.Environment["MODELOPS_BRANCH"] = "main";

        await RefusedAsync(ExitCode.CouldNotRun, "MOP4006", ("To", "staging"));
    }

    [RootFact]
    public async Task The_branch_policy_says_why_the_branch_is_unknown()
    {
        await RegisterAsync();
        Ownership.GiveAway(Path.Combine(_lab.Path, ".git"));

        await RefusedAsync(ExitCode.GateFailed, "MOP3003", ("To", "staging"));
        Assert.Contains("git config --global --add safe.directory", Assert.Single(_lab.Host.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_so_and_makes_no_catalog()
    {
        var package = await _lab.PackageAsync();
        var report = await _lab.RunAsync("register", ("Package", package), ("Environment", "dev"), ("DryRun", "true"));

        Assert.Equal((ExitCode.Ok, "MOP4004"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.False(Directory.Exists(Path.Combine(_lab.Path, ".modelops")));
    }

    [Fact]
    public async Task Status_shows_the_catalog_of_MLflows_variables_beside_the_environments()
    {
        _lab.Environment["MLFLOW_TRACKING_URI"] = "sqlite:///own.db";
        var package = await _lab.PackageAsync();
        await _lab.DoAsync<RegisterResult>("register", ("Package", package));
        await _lab.DoAsync<RegisterResult>("register", ("Package", package), ("Environment", "dev"));

        var status = await _lab.DoAsync<StatusResult>("status");
        Assert.Equal(["default diabetes", "dev dev.health.diabetes"], status.Versions.Select(row => $"{row.Environment} {row.Model}"));
    }

    [Fact]
    public async Task Register_moves_no_alias_past_the_branch_policy()
    {
        var package = await _lab.PackageAsync();
        var report = await _lab.RunAsync("register", ("Package", package), ("Environment", "prod"), ("Alias", "candidate"));

        Assert.Equal((ExitCode.GateFailed, "MOP3003"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.True((await _lab.DoAsync<RegisterResult>("register", ("Package", package), ("Environment", "prod"))).Created);
    }

    [Fact]
    public async Task A_move_that_was_announced_and_lost_does_not_mislead_a_rollback()
    {
        await ReleaseTwoVersionsAsync();
        await using (var catalog = await _lab.OpenAsync("staging"))
        {
            var experiment = await catalog.Tracking.EnsureExperimentAsync("modelops/staging.health.diabetes", CancellationToken.None);
            Tag[] lost = [new("modelops.action", "promote"), new("modelops.alias", "challenger"), new("modelops.from", "7"), new("modelops.to", "2")];
            await catalog.Tracking.CreateRunAsync(new(experiment, "promote", DateTimeOffset.UnixEpoch.AddYears(200), lost), CancellationToken.None);
        }

        Assert.Equal(1, (await RollBackAsync("slow")).Version);
    }

    [Fact]
    public async Task Promoting_again_writes_nothing()
    {
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
        var before = await HistoryAsync();
        var again = await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));

        Assert.False(again.Created);
        Assert.Empty(again.Plan);
        Assert.Equal(before, await HistoryAsync());
    }

    [Theory]
    [InlineData("change")]
    [InlineData("add")]
    [InlineData("rename")]
    [InlineData("remove")]
    public async Task Artifacts_that_changed_after_register_stop_the_promotion_and_leave_the_alias(string tampering)
    {
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
        _lab.ChangeModel("second");
        _lab.Git.Commit("second");
        await RegisterAsync();
        Tamper(tampering, ModelFileOf("dev", "notes.txt"));

        await RefusedAsync(ExitCode.GateFailed, "MOP3001", ("To", "staging"));
        await using var catalog = await _lab.OpenAsync("staging");
        var model = await catalog.Registry.FindModelAsync(ModelName.Parse("staging.health.diabetes"), CancellationToken.None);
        Assert.Equal(1, model!.Aliases["challenger"]);
    }

    [Fact]
    public async Task Rolling_back_returns_to_the_version_before_and_rolling_back_again_undoes_it()
    {
        await ReleaseTwoVersionsAsync();

        var back = await RollBackAsync("slow");
        var forth = await RollBackAsync("it was not that");

        Assert.Equal((2, 1), (back.FromVersion, back.Version));
        Assert.Equal((1, 2), (forth.FromVersion, forth.Version));
        var history = await _lab.DoAsync<HistoryResult>("history", ("Environment", "staging"));
        Assert.Equal(["rollback", "rollback", "promote", "promote"], history.Entries.Select(row => row.Action));
        Assert.Equal(["it was not that", "slow", "", ""], history.Entries.Select(row => row.Reason));
        Assert.All(history.Entries, row => Assert.Equal("finished", row.Status));
    }

    [Fact]
    public async Task The_first_version_has_nothing_to_roll_back_to()
    {
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));

        var report = await _lab.RunAsync("rollback", ("Environment", "staging"), ("Alias", "challenger"), ("Reason", "x"));
        Assert.Equal((ExitCode.BadInput, "MOP3007"), (report.ExitCode, report.Diagnostics.Single().Code));
    }

    [Fact]
    public async Task A_rollback_needs_a_reason()
    {
        var report = await _lab.RunAsync("rollback", ("Environment", "staging"));
        Assert.Equal((ExitCode.BadInput, "MOP0001"), (report.ExitCode, report.Diagnostics.Single().Code));
    }

    [Fact]
    public async Task An_alias_that_was_moved_by_hand_is_not_rolled_back_by_guess()
    {
        await ReleaseTwoVersionsAsync();
        await RollBackAsync("x");
        await using (var catalog = await _lab.OpenAsync("staging"))
        {
            await catalog.Registry.DeleteAliasAsync(ModelName.Parse("staging.health.diabetes"), AliasName.Challenger, CancellationToken.None);
        }

        var report = await _lab.RunAsync("rollback", ("Environment", "staging"), ("Alias", "challenger"), ("Reason", "x"));
        Assert.Equal((ExitCode.BadInput, "MOP3007"), (report.ExitCode, report.Diagnostics.Single().Code));
    }

    [Fact]
    public async Task A_changed_ledger_entry_is_noticed()
    {
        await ReleaseTwoVersionsAsync();
        await using (var catalog = await _lab.OpenAsync("staging"))
        {
            var experiment = await catalog.Tracking.FindExperimentAsync("modelops/staging.health.diabetes", CancellationToken.None);
            var runs = await catalog.Tracking.ListRunsAsync(experiment!, null, CancellationToken.None).ToListAsync();
            await catalog.Tracking.SetRunTagsAsync(runs[^1].Id, [new("modelops.actor", "somebody else")], CancellationToken.None);
        }

        var report = await _lab.RunAsync("history", ("Environment", "staging"));
        Assert.Equal(["MOP3012", "MOP3012"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Contains("was changed after it was sealed", report.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_whose_bytes_do_not_match_its_manifest_is_not_registered()
    {
        var package = Path.Combine(_lab.Path, await _lab.PackageAsync());
        var bytes = await File.ReadAllBytesAsync(package);
        bytes[bytes.AsSpan().IndexOf("mlflow_version"u8)] ^= 1;
        await File.WriteAllBytesAsync(package, bytes);

        var report = await _lab.RunAsync("register", ("Package", package), ("Environment", "dev"));
        Assert.NotEqual(ExitCode.Ok, report.ExitCode);
        await using var catalog = await _lab.OpenAsync("dev");
        Assert.Null(await catalog.Registry.FindModelAsync(ModelName.Parse("dev.health.diabetes"), CancellationToken.None));
    }

    private async Task ReleaseTwoVersionsAsync()
    {
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
        _lab.ChangeModel("second");
        _lab.Git.Commit("second");
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
    }

    private async Task RegisterAsync(params (string, string)[] more)
    {
        var package = await _lab.PackageAsync();
        await _lab.DoAsync<RegisterResult>("register", [("Package", package), ("Environment", "dev"), .. more]);
    }

    private Task<RollbackResult> RollBackAsync(string reason) =>
        _lab.DoAsync<RollbackResult>("rollback", ("Environment", "staging"), ("Alias", "challenger"), ("Reason", reason));

    private async Task RefusedAsync(ExitCode exitCode, string code, params (string, string)[] arguments)
    {
        var report = await _lab.RunAsync("promote", arguments);
        Assert.Equal((exitCode, code), (report.ExitCode, report.Diagnostics.Single().Code));
        Assert.Null(report.Result);
        Assert.Empty(_lab.Host.Outputs);
    }

    private async Task TagDevAsync(string key, string value)
    {
        await using var catalog = await _lab.OpenAsync("dev");
        await catalog.Registry.SetVersionTagAsync(ModelName.Parse("dev.health.diabetes"), 1, new(key, value), CancellationToken.None);
    }

    private async Task<string> HistoryAsync()
    {
        var history = await _lab.DoAsync<HistoryResult>("history");
        return string.Join('\n', history.Entries);
    }

    private string ModelFileOf(string environment, string name) =>
        Directory.EnumerateFiles(Path.Combine(_lab.Path, ".modelops"), name, SearchOption.AllDirectories)
            .Single(file => file.Contains(environment, StringComparison.Ordinal));

    private static void Tamper(string tampering, string file)
    {
        switch (tampering)
        {
            case "change":
                File.WriteAllText(file, "SECOND");
                break;
            case "add":
                File.WriteAllText(file + ".more", "x");
                break;
            case "rename":
                File.Move(file, file + ".renamed");
                break;
            default:
                File.Delete(file);
                break;
        }
    }
}
