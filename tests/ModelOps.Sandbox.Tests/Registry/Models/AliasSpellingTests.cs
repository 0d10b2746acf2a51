using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Registry.Models;

/// <summary>The verbs against a sandbox in which somebody has set an alias in capitals, as MLflow's UI allows.</summary>
public sealed class AliasSpellingTests
{
    private const string Model = "staging.health.diabetes";

    [Fact]
    public async Task Promote_moves_the_alias_that_serves_or_nothing()
    {
        await using var sandbox = await SandboxLab.StartAsync();
        using var lab = new ReleaseLab(sandbox.Uri);
        await StageAsync(lab, "first");
        await SetAliasAsync(sandbox, "Serving", 1);
        await StageAsync(lab, "second");

        var refused = await lab.RunAsync("promote", ("To", "staging"), ("Alias", "serving"));
        Assert.Equal((ExitCode.BadInput, "MOP3015"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Equal("Serving=1 candidate=2", await AliasesAsync(sandbox));

        var moved = await lab.RunAsync("promote", ("To", "staging"), ("Alias", "Serving"));
        Assert.True(moved.ExitCode == ExitCode.Ok, ReleaseLab.Describe(moved));
        Assert.Equal("Serving=2 candidate=2", await AliasesAsync(sandbox));
    }

    [Fact]
    public async Task Where_both_are_there_the_exact_one_moves_and_goes_back()
    {
        await using var sandbox = await SandboxLab.StartAsync();
        using var lab = new ReleaseLab(sandbox.Uri);
        await StageAsync(lab, "first");
        await SetAliasAsync(sandbox, "Serving", 1);
        await SetAliasAsync(sandbox, "serving", 1);
        await StageAsync(lab, "second");

        var moved = await lab.RunAsync("promote", ("To", "staging"), ("Alias", "Serving"));
        Assert.True(moved.ExitCode == ExitCode.Ok, ReleaseLab.Describe(moved));

        // No entry of the ledger says who gave version 1 the alias.
        Assert.Equal(["MOP3016", "MOP3028"], moved.Diagnostics.Select(finding => finding.Code));
        Assert.Equal("Serving=2 candidate=2 serving=1", await AliasesAsync(sandbox));

        var back = await lab.RunAsync("rollback", ("Environment", "staging"), ("Alias", "Serving"), ("Reason", "slow"), ("Force", "true"));
        Assert.True(back.ExitCode == ExitCode.Ok, ReleaseLab.Describe(back));
        Assert.Equal("Serving=1 candidate=2 serving=1", await AliasesAsync(sandbox));
    }

    private static async Task StageAsync(ReleaseLab lab, string text)
    {
        lab.ChangeModel(text);
        lab.Git.Commit(text);
        await lab.PackageAsync();
        await lab.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        await lab.DoAsync<object>("promote", ("To", "staging"), ("Alias", "candidate"));
    }

    private static Task SetAliasAsync(SandboxLab sandbox, string alias, int version) => sandbox.CallAsync(
        "POST", "/api/2.0/mlflow/registered-models/alias", $$"""{"name": "{{Model}}", "alias": "{{alias}}", "version": "{{version}}"}""");

    private static async Task<string> AliasesAsync(SandboxLab sandbox)
    {
        using var response = await sandbox.SendAsync("GET", $"/api/2.0/mlflow/registered-models/get?name={Model}");
        var text = await response.Content.ReadAsStringAsync();
        var pairs = Regex.Matches(text, "\"alias\": \"([^\"]+)\",\\s+\"version\": \"(\\d+)\"").Select(match => $"{match.Groups[1]}={match.Groups[2]}");
        return string.Join(' ', pairs.Order(StringComparer.Ordinal));
    }
}
