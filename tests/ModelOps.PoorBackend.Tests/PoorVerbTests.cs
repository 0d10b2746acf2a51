using System.Text;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Clean;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;

namespace ModelOps.PoorBackend.Tests;

/// <summary>A release on a registry that has next to nothing, beside an embedded store for its runs, through the real binder and runner.</summary>
public sealed class PoorVerbTests(PoorFixture backend) : IClassFixture<PoorFixture>
{
    private static readonly (string, string)[] Dev = [("Package", "diabetes.modelpkg"), ("Environment", "dev")];

    private readonly StringBuilder _shown = new();
    private readonly HashSet<string> _masked = [];
    private readonly IReadOnlyCollection<string> _known = backend.Server.Tokens.All;

    [Fact]
    public async Task A_release_goes_its_whole_way_and_no_token_is_in_any_sink()
    {
        using var lab = Lab();
        var first = await DoAsync<RegisterResult>(lab, "register", [.. Dev, ("Tags", "team=risk")]);
        Assert.Equal(("models:/dev.health.diabetes/1", true), (first.Uri, first.Created));
        Assert.False((await DoAsync<RegisterResult>(lab, "register", Dev)).Created);
        Assert.Equal(1, (await DoAsync<PromoteResult>(lab, "promote", ("To", "staging"))).Version);

        lab.ChangeModel("second");
        lab.Git.Commit("second");
        await lab.PackageAsync();
        Assert.Equal(2, (await DoAsync<RegisterResult>(lab, "register", Dev)).Version);
        Assert.Equal(2, (await DoAsync<PromoteResult>(lab, "promote", ("To", "staging"))).Version);
        var back = await DoAsync<RollbackResult>(lab, "rollback", ("Environment", "staging"), ("Alias", "challenger"), ("Reason", "worse"));
        Assert.Equal(1, back.Version);

        var rows = (await DoAsync<StatusResult>(lab, "status", ("Environment", "staging"))).Versions;
        Assert.Equal([(2, ""), (1, "challenger")], rows.Select(row => (row.Version, string.Join(", ", row.Aliases))));
        Assert.Contains(lab.Host.Diagnostics, finding => finding.Code == "MOP2013");
        AssertNoTokenShows(lab);
    }

    [Fact]
    public async Task A_server_that_repeats_the_token_in_its_errors_shows_it_to_nobody()
    {
        using var lab = Lab();
        backend.Server.IsBroken = true;
        try
        {
            Assert.Equal(ExitCode.RemoteFailure, (await RunAsync(lab, "register", Dev)).ExitCode);
        }
        finally
        {
            backend.Server.IsBroken = false;
        }

        Assert.Contains("Nothing works for Bearer ***", _shown.ToString(), StringComparison.Ordinal);
        AssertNoTokenShows(lab);
    }

    [Fact]
    public async Task What_has_expired_is_emptied_once_and_keeps_its_name()
    {
        using var lab = Lab();
        var name = ModelName.Parse("dev.expired.model");
        await using (var catalog = await backend.OpenAsync())
        {
            await catalog.Registry.EnsureModelAsync(name, "", [new("modelops.expires", "2020-01-01T00:00:00Z")], default);
        }

        var cleaned = await DoAsync<CleanResult>(lab, "clean", ("Environment", "dev"));
        Assert.Equal([("dev.expired.model", "emptied; this registry keeps its name")], cleaned.Items.Select(row => (row.Name, row.Action)));
        Assert.Equal(0, (await DoAsync<CleanResult>(lab, "clean", ("Environment", "dev"))).Count);
    }

    [Fact]
    public async Task A_tag_that_it_does_not_take_is_refused_before_the_first_request()
    {
        using var lab = Lab();
        var before = backend.Server.Requests.Count;

        var report = await RunAsync(lab, "register", [.. Dev, ("Tags", "team.name=risk"), ("Tags", "team=risk")]);

        Assert.Equal((ExitCode.BadInput, "MOP2010"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Contains("'team.name' has '.'", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(before, backend.Server.Requests.Count);
    }

    private ReleaseLab Lab()
    {
        var lab = new ReleaseLab { Time = backend.Server.Time, MoreBackends = [backend.Backend], RegistryUri = backend.Uri };
        var file = Path.Combine(lab.Path, "modelops.yml");
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), "    tracking_uri: .*", $"$0\n    registry_uri: {backend.Uri}"));
        lab.PackageAsync().GetAwaiter().GetResult();
        return lab;
    }

    private async Task<TResult> DoAsync<TResult>(ReleaseLab lab, string verb, params (string, string)[] arguments)
    {
        var report = await RunAsync(lab, verb, arguments);
        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        return (TResult)report.Result!;
    }

    private async Task<VerbReport> RunAsync(ReleaseLab lab, string verb, (string, string)[] arguments)
    {
        var report = await lab.RunAsync(verb, arguments);
        _masked.UnionWith(lab.Host.Masked);
        _shown.AppendLine(ReportJson.Write(report)).AppendJoin('\n', lab.Host.Summaries).AppendJoin('\n', lab.Host.Outputs.Values).AppendJoin('\n', lab.Host.Relayed);
        return report;
    }

    // The store, its journals, ledger entries and reports included.
    private void AssertNoTokenShows(ReleaseLab lab)
    {
        var files = Directory.EnumerateFiles(lab.Path, "*", SearchOption.AllDirectories).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        var minted = backend.Server.Tokens.All.Except(_known).ToList();
        Assert.NotEmpty(minted);
        Assert.Empty(minted.Except(_masked));
        Assert.All(files.Append(_shown.ToString()), text => Assert.DoesNotContain("minted-", text, StringComparison.Ordinal));
    }
}
