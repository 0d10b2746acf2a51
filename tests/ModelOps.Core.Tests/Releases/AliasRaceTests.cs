using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>An alias that another run changes between plan and move, and runs that are killed there.</summary>
public sealed class AliasRaceTests
{
    private static readonly AliasName Live = AliasName.Parse("live");

    [UnixTheory]
    [InlineData("register")]
    [InlineData("promote")]
    [InlineData("validate")]
    [InlineData("rollback")]
    public async Task An_alias_that_is_where_it_shall_be_after_a_lost_race_is_success(string verb)
    {
        using var lab = await AliasLab.CreateAsync(verb);
        var (from, to) = verb == "rollback" ? (2, 1) : (1, 2);
        BeforeTheMove(lab, catalog => catalog.Registry.MoveAliasAsync(new(AliasLab.Model, Live, to, from), default));

        var report = await lab.RunAsync(verb);

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        Assert.Equal($"champion=1 live={to}", await lab.AliasesAsync());
        var history = await lab.Validation.Release.DoAsync<HistoryResult>("history", ("Environment", "staging"));
        Assert.All(history.Entries, entry => Assert.Equal("finished", entry.Status));
    }

    [UnixTheory]
    [InlineData("register")]
    [InlineData("promote")]
    [InlineData("validate")]
    [InlineData("rollback")]
    public async Task An_alias_that_is_somewhere_else_after_a_lost_race_stays_there(string verb)
    {
        using var lab = await AliasLab.CreateAsync(verb);
        var (from, elsewhere) = verb == "rollback" ? (2, 3) : (1, 3);
        await lab.Validation.PackageAsync(0.402);
        await lab.Validation.Release.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "staging"));
        lab.GoBack(lab.Second);
        BeforeTheMove(lab, catalog => catalog.Registry.MoveAliasAsync(new(AliasLab.Model, Live, elsewhere, from), default));

        var report = await lab.RunAsync(verb, version: 2);

        Assert.Equal((ExitCode.StateMoved, "MOP3002"), (report.ExitCode, report.Diagnostics[^1].Code));
        Assert.Equal("champion=1 live=3", await lab.AliasesAsync());

        // What was announced did not happen: nothing stays open that would vouch for it.
        var history = await lab.Validation.Release.DoAsync<HistoryResult>("history", ("Environment", "staging"));
        Assert.Equal((verb, "failed"), (history.Entries[0].Action, history.Entries[0].Status));
    }

    [UnixTheory]
    [InlineData("register")]
    [InlineData("promote")]
    [InlineData("validate")]
    public async Task A_run_that_was_killed_between_announcing_and_moving_is_finished_by_the_next_one(string verb)
    {
        using var lab = await AliasLab.CreateAsync(verb);
        BeforeTheMove(lab, _ => throw new InvalidTimeZoneException("killed"));
        Assert.Equal(ExitCode.InternalError, (await lab.RunAsync(verb)).ExitCode);
        Assert.Equal("champion=1 live=1", await lab.AliasesAsync());
        lab.Store.Before = (_, _) => Task.CompletedTask;

        var report = await lab.RunAsync(verb);

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        Assert.Equal("champion=1 live=2", await lab.AliasesAsync());
        var history = await lab.Validation.Release.DoAsync<HistoryResult>("history", ("Environment", "staging"));
        Assert.All(history.Entries.Where(entry => entry.Status != "killed"), entry => Assert.Equal("finished", entry.Status));
        Assert.Equal((verb, 1, 2), (history.Entries[0].Action, history.Entries[0].From, history.Entries[0].To));
        Assert.Equal(ExitCode.Ok, (await lab.RunAsync("rollback")).ExitCode);
        Assert.Equal("champion=1 live=1", await lab.AliasesAsync());
    }

    [UnixTheory]
    [InlineData("register")]
    [InlineData("promote")]
    [InlineData("validate")]
    public async Task What_a_killed_run_announced_stays_when_the_next_one_is_about_another_alias(string verb)
    {
        using var lab = await AliasLab.CreateAsync(verb);
        lab.Store.Before = (write, _) => write == "EndRunAsync" ? throw new InvalidTimeZoneException("killed") : Task.CompletedTask;
        await lab.RunAsync(verb);
        lab.Store.Before = (_, _) => Task.CompletedTask;
        Assert.Equal("champion=1 live=2", await lab.AliasesAsync());

        Assert.Equal(ExitCode.Ok, (await lab.RunAsync(verb, "other")).ExitCode);

        Assert.Equal(ExitCode.BadInput, (await lab.RunAsync("rollback", "other")).ExitCode);
        Assert.Equal(ExitCode.Ok, (await lab.RunAsync("rollback")).ExitCode);
        Assert.Equal("champion=1 live=1 other=2", await lab.AliasesAsync());
    }

    [UnixFact]
    public async Task A_rollback_that_was_killed_there_is_made_by_the_next_one()
    {
        using var lab = await AliasLab.CreateAsync("rollback");
        BeforeTheMove(lab, _ => throw new InvalidTimeZoneException("killed"));
        Assert.Equal(ExitCode.InternalError, (await lab.RunAsync("rollback")).ExitCode);
        lab.Store.Before = (_, _) => Task.CompletedTask;

        Assert.Equal(ExitCode.Ok, (await lab.RunAsync("rollback")).ExitCode);
        Assert.Equal("champion=1 live=1", await lab.AliasesAsync());
    }

    [UnixFact]
    public async Task An_alias_that_moves_on_while_it_is_to_be_taken_stays_where_it_went()
    {
        using var lab = await AliasLab.CreateAsync("withdraw", AliasLab.Strict);
        lab.Store.Before = async (write, catalog) =>
        {
            if (write == "SetRunTagsAsync" && (await catalog.Registry.FindModelAsync(AliasLab.Model, default))!.Aliases["live"] == 2)
            {
                await catalog.Registry.MoveAliasAsync(new(AliasLab.Model, Live, 1, 2), default);
            }
        };

        Assert.Equal(ExitCode.GateFailed, (await lab.RunAsync("withdraw")).ExitCode);
        Assert.Equal("champion=1 live=1", await lab.AliasesAsync());
        var history = await lab.Validation.Release.DoAsync<HistoryResult>("history", ("Environment", "staging"));
        Assert.Equal(("validate", "finished", "live had moved on: not taken away"), (history.Entries[0].Action, history.Entries[0].Status, history.Entries[0].Reason));
    }

    private static void BeforeTheMove(AliasLab lab, Func<ICatalog, Task> act) =>
        lab.Store.Before = (write, catalog) => write == "MoveAliasAsync" ? act(catalog) : Task.CompletedTask;
}
