using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Adopt;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>A promotion over a version that something else than the ledger put there.</summary>
public sealed class UnvouchedVersionTests : IDisposable
{
    private static readonly ModelName Staged = ModelName.Parse("staging.health.diabetes");

    private readonly ReleaseLab _lab = new();
    private int _rollbacks;

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_promotion_over_a_version_that_was_set_by_hand_says_so_and_a_rollback_to_it_needs_force()
    {
        await SetByHandAsync();
        await RegisterAsync("third");
        Assert.Contains((await PromoteAsync(("DryRun", "true"))).Diagnostics, IsUnvouched);

        var promoted = await PromoteAsync();
        Assert.Equal(ExitCode.Ok, promoted.ExitCode);
        Assert.Contains("'live' to version 1", Assert.Single(promoted.Diagnostics, IsUnvouched).Message, StringComparison.Ordinal);

        var refused = await RollBackAsync();
        Assert.Equal((ExitCode.GateFailed, "MOP3024"), (refused.ExitCode, refused.Diagnostics.Last(finding => finding.Severity == Severity.Error).Code));
        Assert.Equal(ExitCode.Ok, (await RollBackAsync(("Force", "true"))).ExitCode);
    }

    [Fact]
    public async Task Once_it_was_adopted_nothing_is_said_and_a_rollback_goes_back_to_it()
    {
        await SetByHandAsync();
        await _lab.DoAsync<AdoptResult>("adopt", ("Model", "diabetes"), ("Environment", "staging"), ("Alias", "live"));
        await RegisterAsync("third");
        Assert.DoesNotContain((await PromoteAsync(("DryRun", "true"))).Diagnostics, IsUnvouched);

        Assert.DoesNotContain((await PromoteAsync()).Diagnostics, IsUnvouched);

        Assert.Equal(1, ((RollbackResult)(await RollBackAsync()).Result!).Version);
        Assert.Equal(ExitCode.Ok, (await _lab.RunAsync("history", ("Environment", "staging"), ("Verify", "true"))).ExitCode);
    }

    [Fact]
    public async Task A_promotion_over_a_version_that_the_ledger_knows_says_nothing()
    {
        await RegisterAsync("first");
        Assert.DoesNotContain((await PromoteAsync()).Diagnostics, IsUnvouched);
        await RegisterAsync("second");
        Assert.DoesNotContain((await PromoteAsync()).Diagnostics, IsUnvouched);
        Assert.Equal(1, ((RollbackResult)(await RollBackAsync()).Result!).Version);
        Assert.Equal(2, ((RollbackResult)(await RollBackAsync()).Result!).Version);
        Assert.Equal(1, ((RollbackResult)(await RollBackAsync()).Result!).Version);
        Assert.Equal(ExitCode.Ok, (await _lab.RunAsync("history", ("Environment", "staging"), ("Verify", "true"))).ExitCode);

        // The third one has taken the content away again: no push brings it back.
        Assert.True(((PromoteResult)(await PromoteAsync()).Result!).RolledBack);
    }

    private static bool IsUnvouched(Diagnostic finding) => finding.Code == "MOP3028";

    // Versions 1 and 2 are there as challengers, and a UI has given version 1 the alias.
    private async Task SetByHandAsync()
    {
        foreach (var content in new[] { "first", "second" })
        {
            await RegisterAsync(content);
            await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"), ("Alias", "challenger"));
        }

        await using var catalog = await _lab.OpenAsync("staging");
        await catalog.Registry.MoveAliasAsync(new(Staged, AliasName.Parse("live"), 1, null), default);
    }

    private async Task RegisterAsync(string content)
    {
        _lab.ChangeModel(content);
        _lab.Git.Commit(content);
        await _lab.DoAsync<RegisterResult>("register", ("Package", await _lab.PackageAsync()), ("Environment", "dev"));
    }

    private Task<VerbReport> PromoteAsync(params (string, string)[] more) => _lab.RunAsync("promote", [("Model", "diabetes"), ("To", "staging"), ("Alias", "live"), .. more]);

    private Task<VerbReport> RollBackAsync(params (string, string)[] more) =>
        _lab.RunAsync("rollback", [("Environment", "staging"), ("Alias", "live"), ("Reason", $"reason {++_rollbacks}"), .. more]);
}
