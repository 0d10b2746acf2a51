using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Tests.Verbs.Validate;
using ModelOps.Core.Verbs.History;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>No verb brings an alias back to an older commit without a word.</summary>
public sealed class AliasOrderTests
{
    [UnixTheory]
    [InlineData("register", "champion")]
    [InlineData("promote", "champion")]
    [InlineData("validate", "challenger")]
    [InlineData("validate", "Challenger")]
    public async Task An_older_commit_needs_to_be_allowed(string verb, string alias)
    {
        using var lab = await CreateAsync(verb, alias);
        lab.GoBack(lab.First);

        var refused = await lab.RunAsync(verb, alias, version: 1);

        Assert.Equal((ExitCode.GateFailed, "MOP3005"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Equal($"{alias}=2 live=1", await lab.AliasesAsync());
        var allowed = await lab.RunAsync(verb, alias, version: 1, ("AllowOlder", "true"));
        Assert.True(allowed.ExitCode == ExitCode.Ok, ReleaseLab.Describe(allowed));
        Assert.Equal($"{alias}=1 live=1", await lab.AliasesAsync());
    }

    [UnixFact]
    public async Task An_older_commit_is_refused_before_a_version_is_made_of_it()
    {
        using var lab = await AliasLab.CreateAsync("register");
        await lab.ChangeAsync(registry => registry.MoveAliasAsync(new(AliasLab.Model, AliasName.Parse("live"), 2, 1), default));
        lab.GoBack(lab.First);
        lab.Validation.Release.ChangeModel("0.5");
        await lab.Validation.Release.PackageAsync("3.modelpkg");

        var refused = await lab.RunAsync("register", version: 3);

        Assert.Equal((ExitCode.GateFailed, "MOP3005"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Empty(lab.Store.Writes);
    }

    [UnixFact]
    public async Task A_newer_commit_that_gets_the_alias_meanwhile_keeps_it_and_the_verdict_on_the_older_one_is_written_down_to_its_end()
    {
        using var lab = await CreateAsync("validate", "challenger");
        var other = AliasName.Parse("other");
        lab.Store.Before = async (write, catalog) =>
        {
            if (write == "SetVersionTagAsync" && !(await catalog.Registry.FindModelAsync(AliasLab.Model, default))!.Aliases.ContainsKey("other"))
            {
                await catalog.Registry.MoveAliasAsync(new(AliasLab.Model, other, 2, null), default);
            }
        };

        var refused = await lab.RunAsync("validate", "other", version: 1);

        Assert.Equal((ExitCode.GateFailed, "MOP3005"), (refused.ExitCode, refused.Diagnostics[^1].Code));
        Assert.Equal("challenger=2 live=1 other=2", await lab.AliasesAsync());
        var entry = (await lab.Validation.Release.DoAsync<HistoryResult>("history", ("Environment", "staging"))).Entries[0];
        Assert.Equal(("validate", "finished", "", true), (entry.Action, entry.Status, entry.Alias, entry.Counts));
    }

    [UnixTheory]
    [InlineData("register")]
    [InlineData("promote")]
    [InlineData("validate")]
    public async Task A_version_that_has_the_alias_already_is_not_asked_for_its_order(string verb)
    {
        using var lab = await CreateAsync(verb, "challenger");
        Assert.Equal(ExitCode.Ok, (await lab.RunAsync(verb, "challenger")).ExitCode);
        Assert.Equal("challenger=2 live=1", await lab.AliasesAsync());
    }

    [UnixTheory]
    [InlineData("register")]
    [InlineData("promote")]
    [InlineData("validate")]
    public async Task A_clone_too_shallow_to_tell_is_no_permission(string verb)
    {
        using var lab = await CreateAsync(verb, "challenger");
        lab.GoBack(lab.First);

        // What `fetch-depth: 1` leaves: the commit itself, and nothing before or after it.
        File.WriteAllText(lab.Validation.File(".git/shallow"), lab.First + "\n");
        lab.Validation.Release.Git.Run("update-ref", "-d", "refs/heads/main");
        lab.Validation.Release.Git.Run("reflog", "expire", "--expire=now", "--all");
        lab.Validation.Release.Git.Run("gc", "--quiet", "--prune=now");

        var refused = await lab.RunAsync(verb, "challenger", version: 1);

        Assert.Equal((ExitCode.CouldNotRun, "MOP3006"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Empty(lab.Store.Writes);
        Assert.Equal("challenger=2 live=1", await lab.AliasesAsync());
    }

    [UnixFact]
    public async Task A_version_without_a_commit_does_not_take_the_alias_of_one_that_has_one()
    {
        using var lab = await CreateAsync("validate", "challenger");
        lab.Validation.Sql("DELETE FROM model_version_tags WHERE version = 1 AND key = 'modelops.commit'", "staging");

        var refused = await lab.RunAsync("validate", "challenger", version: 1);

        Assert.Equal((ExitCode.CouldNotRun, "MOP3021"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Equal("challenger=2 live=1", await lab.AliasesAsync());
    }

    [UnixTheory]
    [InlineData("register")]
    [InlineData("promote")]
    [InlineData("validate")]
    public async Task A_commit_that_was_forced_away_is_no_permission(string verb)
    {
        using var lab = await CreateAsync(verb, "challenger");
        lab.GoBack(lab.First);
        lab.Validation.Release.Git.Run("update-ref", "-d", "refs/heads/main");
        lab.Validation.Release.Git.Run("reflog", "expire", "--expire=now", "--all");
        lab.Validation.Release.Git.Run("gc", "--quiet", "--prune=now");

        var refused = await lab.RunAsync(verb, "challenger", version: 1);

        Assert.Equal((ExitCode.CouldNotRun, "MOP4008"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Empty(lab.Store.Writes);
    }

    [RootTheory]
    [InlineData("register")]
    [InlineData("promote")]
    [InlineData("validate")]
    public async Task The_checkout_of_another_user_is_no_permission(string verb)
    {
        using var lab = await CreateAsync(verb, "candidate");
        lab.GoBack(lab.First);
        Ownership.GiveAway(lab.Validation.File(".git"));

        var refused = await lab.RunAsync(verb, "candidate", version: 1);

        Assert.Equal(ExitCode.CouldNotRun, refused.ExitCode);
        Assert.All(refused.Diagnostics, finding => Assert.Equal("MOP4005", finding.Code));
        Assert.Contains("git config --global --add safe.directory ", refused.Diagnostics[^1].Message, StringComparison.Ordinal);
        Assert.Empty(lab.Store.Writes);
    }

    // register and promote give no guarded alias of a model with gates; validate needs them.
    private static async Task<AliasLab> CreateAsync(string verb, string alias)
    {
        var lab = await AliasLab.CreateAsync(verb, "champion: {resamples: 200}");
        await lab.ChangeAsync(async registry =>
        {
            await registry.DeleteAliasAsync(AliasLab.Model, AliasName.Champion, default);
            await registry.MoveAliasAsync(new(AliasLab.Model, AliasName.Parse(alias), 2, null), default);
            foreach (var version in (int[])[1, 2])
            {
                await registry.SetVersionTagAsync(AliasLab.Model, version, new("model_validation_status", "PASSED"), default);
            }
        });
        if (verb == "promote")
        {
            await using var dev = await lab.Validation.Release.OpenAsync("dev");
            await dev.Registry.SetVersionTagAsync(ValidationLab.Model, 1, new("model_validation_status", "PASSED"), default);
            await dev.Registry.SetVersionTagAsync(ValidationLab.Model, 2, new("model_validation_status", "PASSED"), default);
        }

        lab.Store.Writes.Clear();
        return lab;
    }
}
