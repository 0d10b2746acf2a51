using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Content that the newest version has already is that version, whatever the commit.</summary>
public sealed class SameContentTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task The_newest_version_is_the_result_and_the_commit_is_written_down_once()
    {
        await RegisterAsync();
        _lab.Git.Commit("docs");
        var second = await RegisterAsync();
        Assert.Equal(("MOP3019", false, 1), (Assert.Single(_lab.Host.Diagnostics).Code, second.Created, second.Version));
        await RegisterAsync();

        var entries = await EntriesAsync("dev");
        Assert.Equal([1, 1], entries.Select(entry => entry.To));
        Assert.Equal(_lab.Git.Head, entries[0].Text(LedgerTags.Commit));
        Assert.Empty(LedgerChain.FindBroken(entries));
    }

    [Fact]
    public async Task Older_content_that_is_not_the_newest_makes_a_new_version()
    {
        await RegisterAsync();
        await ChangeAsync("second");
        File.Delete(Path.Combine(_lab.Path, "models/diabetes/notes.txt"));
        _lab.Git.Commit("back");
        var third = await RegisterAsync();

        Assert.Equal((3, true), (third.Version, third.Created));
    }

    [Fact]
    public async Task A_plan_says_so_and_writes_nothing()
    {
        await RegisterAsync();
        _lab.Git.Commit("docs");
        var plan = await RegisterAsync(("DryRun", "true"));

        Assert.Equal((1, false), (plan.Version, plan.Created));
        Assert.Single(await EntriesAsync("dev"));
    }

    [Fact]
    public async Task A_free_alias_goes_to_the_version_that_is_there()
    {
        await RegisterAsync();
        _lab.Git.Commit("docs");
        await RegisterAsync(("Alias", "candidate"));

        await using var catalog = await _lab.OpenAsync("dev");
        Assert.Equal(1, (await catalog.Registry.FindModelAsync(ModelName.Parse("dev.health.diabetes"), default))!.Aliases["candidate"]);
    }

    [Fact]
    public async Task A_build_machine_that_begins_anew_each_time_copies_the_same_content_once()
    {
        await RegisterAsync();
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
        File.Delete(Path.Combine(_lab.Path, ".modelops/dev.db"));
        _lab.Git.Commit("docs");
        Assert.True((await RegisterAsync()).Created);
        var second = await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));

        Assert.Equal((1, false), (second.Version, second.Created));
    }

    private async Task ChangeAsync(string text)
    {
        _lab.ChangeModel(text);
        _lab.Git.Commit(text);
        await RegisterAsync();
    }

    private async Task<RegisterResult> RegisterAsync(params (string Name, string Value)[] more)
    {
        await _lab.PackageAsync();
        return await _lab.DoAsync<RegisterResult>("register", [("Package", "diabetes.modelpkg"), ("Environment", "dev"), .. more]);
    }

    private async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(string environment)
    {
        await using var catalog = await _lab.OpenAsync(environment);
        return (await new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, ModelName.Parse($"{environment}.health.diabetes")), TimeProvider.System).ReadAsync(default)).All;
    }
}
