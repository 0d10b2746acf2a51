using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Aliases in other capitals than those asked for, on a server, which tells them apart as MLflow does.</summary>
public sealed class AliasSpellingTests
{
    private const string Staged = "staging.health.diabetes";

    [Theory]
    [InlineData("promote")]
    [InlineData("register")]
    [InlineData("rollback")]
    [InlineData("validate")]
    public async Task A_spelling_beside_another_that_is_there_is_refused_before_any_write(string verb)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await CreateAsync(server, ("Champion", 1));
        server.ForgetRequests();

        var report = await RunAsync(lab, verb, "champion");

        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        var refusal = Assert.Single(report.Diagnostics);
        Assert.Equal("MOP3015", refusal.Code);
        Assert.Contains("'champion'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'Champion'", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, request => request.Method != "GET" && !request.Path.EndsWith("/search", StringComparison.Ordinal));
        Assert.Equal([new("Champion", 1)], server.State.Models[Staged].Aliases);
    }

    [Theory]
    [InlineData("Champion", 2, 1)]
    [InlineData("champion", 1, 2)]
    public async Task Of_two_spellings_the_exact_one_moves_with_a_warning(string alias, int upper, int lower)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await CreateAsync(server, ("Champion", 1), ("champion", 1));

        var report = await RunAsync(lab, "promote", alias);

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        // Both were set by hand, so that the ledger does not vouch for where they were.
        Assert.Equal(["MOP3016", "MOP3028"], report.Diagnostics.Select(finding => finding.Code));
        Assert.All(report.Diagnostics, finding => Assert.Equal(Abstractions.Diagnostics.Severity.Warning, finding.Severity));
        Assert.Equal((upper, lower), (server.State.Models[Staged].Aliases["Champion"], server.State.Models[Staged].Aliases["champion"]));
    }

    [Fact]
    public async Task An_alias_in_capitals_moves_is_shown_and_goes_back_as_it_is_spelled()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await CreateAsync(server, ("Champion", 1));

        var promoted = (PromoteResult)(await RunAsync(lab, "promote", "Champion")).Result!;
        Assert.Equal(("Champion", 1, 2), (promoted.Alias.Value, promoted.PreviousVersion, promoted.Version));
        Assert.Equal([new("Champion", 2)], server.State.Models[Staged].Aliases);
        var status = await lab.DoAsync<StatusResult>("status", ("Environment", "staging"));
        Assert.Equal(["Champion"], status.Versions.Single(row => row.Version == 2).Aliases);

        var back = (RollbackResult)(await RunAsync(lab, "rollback", "Champion", ("Force", "true"))).Result!;
        Assert.Equal((2, 1), (back.FromVersion, back.Version));
        Assert.Equal([new("Champion", 1)], server.State.Models[Staged].Aliases);
    }

    [Fact]
    public async Task A_ledger_in_lower_case_serves_an_alias_that_somebody_spelled_anew()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await CreateAsync(server, ("champion", 1));
        await RunAsync(lab, "promote", "champion");
        server.State.Models[Staged].Aliases.Remove("champion");
        server.State.Models[Staged].Aliases["Champion"] = 2;

        // Version 1 was made champion by hand, which no entry vouches for.
        var back = await RunAsync(lab, "rollback", "Champion", ("Force", "true"));

        Assert.True(back.ExitCode == ExitCode.Ok, ReleaseLab.Describe(back));
        Assert.Equal([new("Champion", 1)], server.State.Models[Staged].Aliases);
    }

    [Fact]
    public async Task A_rollback_does_not_go_by_the_moves_of_another_alias_that_differs_in_capitals()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await CreateAsync(server, ("Champion", 2), ("champion", 1));
        await RunAsync(lab, "promote", "champion");

        var back = await RunAsync(lab, "rollback", "Champion");

        Assert.Equal(ExitCode.BadInput, back.ExitCode);
        Assert.Contains(back.Diagnostics, finding => finding.Code == "MOP3007");
        Assert.Equal((2, 2), (server.State.Models[Staged].Aliases["Champion"], server.State.Models[Staged].Aliases["champion"]));
    }

    [UnixFact]
    public async Task A_reader_does_not_guess_between_two_other_spellings()
    {
        using var lab = await AliasLab.CreateAsync("validate");
        await lab.ChangeAsync(registry => registry.MoveAliasAsync(new(AliasLab.Model, AliasName.Parse("RC"), 1, null), default));
        await lab.ChangeAsync(registry => registry.MoveAliasAsync(new(AliasLab.Model, AliasName.Parse("Rc"), 2, null), default));

        var report = await lab.Validation.Release.RunAsync("validate", ("Environment", "staging"), ("FromAlias", "rc"), ("DryRun", "true"));

        Assert.Equal((ExitCode.BadInput, "MOP3015"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Contains("'RC', 'Rc'", report.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_registry_that_ignores_capitals_has_one_alias_in_any_spelling()
    {
        using var lab = await AliasLab.CreateAsync("promote");
        lab.Store.Traits = new() { IgnoresAliasCase = true };

        var report = await lab.RunAsync("promote", "LIVE", more: ("DryRun", "true"));

        Assert.Equal(["MOP4004"], report.Diagnostics.Select(finding => finding.Code));
        Assert.Equal(1, ((PromoteResult)report.Result!).PreviousVersion);
    }

    [UnixFact]
    public async Task Where_capitals_are_ignored_a_rollback_undoes_the_last_move_under_any_spelling()
    {
        using var lab = await AliasLab.CreateAsync("rollback");
        await using (var catalog = await lab.Validation.Release.OpenAsync("staging"))
        {
            var ledger = new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, AliasLab.Model), TimeProvider.System);
            var entry = await ledger.BeginAsync("promote", new(), [], default);
            await ledger.AnnounceMoveAsync(entry, new(AliasLab.Model, AliasName.Parse("Live"), 2, null), default);
            await ledger.CompleteAsync(entry, [], "{}"u8.ToArray(), default);
        }

        Assert.Equal(ExitCode.Ok, (await lab.RunAsync("rollback", "live", more: ("DryRun", "true"))).ExitCode);
        lab.Store.Traits = new() { IgnoresAliasCase = true };
        var report = await lab.RunAsync("rollback", "live", more: ("DryRun", "true"));

        Assert.Equal((ExitCode.BadInput, "MOP3007"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Contains("had no version before 2", report.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("register", "CHAMPION")]
    [InlineData("register", "Challenger")]
    [InlineData("promote", "cHAMPION")]
    [InlineData("promote", "CHALLENGER")]
    public async Task No_spelling_of_a_guarded_role_passes_the_gates_by(string verb, string alias)
    {
        using var lab = await AliasLab.CreateAsync(verb);
        await lab.ChangeAsync(registry => registry.DeleteAliasAsync(AliasLab.Model, AliasName.Champion, default));
        lab.Store.Writes.Clear();

        var report = await lab.RunAsync(verb, alias);

        Assert.Equal((ExitCode.GateFailed, "MOP3011"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Empty(lab.Store.Writes);
    }

    [UnixFact]
    public async Task No_spelling_of_the_champion_passes_by_that_a_canary_is_to_decide()
    {
        using var lab = await AliasLab.CreateAsync("register");
        await lab.ChangeAsync(async registry =>
        {
            await registry.DeleteAliasAsync(AliasLab.Model, AliasName.Champion, default);
            await registry.SetVersionTagAsync(AliasLab.Model, 2, new("model_validation_status", "PASSED"), default);
            await registry.SetVersionTagAsync(AliasLab.Model, 2, new("modelops.decision", "canary"), default);
        });

        var report = await lab.RunAsync("register", "Champion");

        Assert.Equal((ExitCode.GateFailed, "MOP7007"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Equal("live=1", await lab.AliasesAsync());
    }

    private static Task<VerbReport> RunAsync(ReleaseLab lab, string verb, string alias, params (string, string)[] more)
    {
        (string, string)[] inputs = verb switch
        {
            "promote" => [("To", "staging")],
            "register" => [("Package", "diabetes.modelpkg"), ("Environment", "staging")],
            "rollback" => [("Environment", "staging"), ("Reason", "slow")],
            _ => [("Environment", "staging")],
        };
        return lab.RunAsync(verb, [.. inputs, ("Alias", alias), .. more]);
    }

    /// <summary>Versions 1 and 2 in dev and staging, and aliases in staging that somebody set in the UI.</summary>
    private static async Task<ReleaseLab> CreateAsync(MlflowServer server, params (string Alias, int Version)[] aliases)
    {
        var lab = new ReleaseLab(server.Url);
        var file = Path.Combine(lab.Path, "modelops.yml");
        File.WriteAllText(file, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(file), "(?s)    (gates|evaluation):\n.*?\nenvironments:", "\nenvironments:"));
        foreach (var text in (string[])["first", "second"])
        {
            lab.ChangeModel(text);
            lab.Git.Commit(text);
            await lab.PackageAsync();
            await lab.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
            await lab.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "staging"));
        }

        foreach (var (alias, version) in aliases)
        {
            server.State.Models[Staged].Aliases[alias] = version;
        }

        return lab;
    }
}
