using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>AliasChange keeps its table by itself: no verb can forget a question, or move after a refusal.</summary>
public sealed class AliasPermitTests : IDisposable
{
    private const AliasCheck OfTheChange = AliasCheck.Ledger | AliasCheck.NotChampions;
    private static readonly AliasName Live = AliasName.Parse("live");

    private readonly ReleaseLab _lab = new();
    private readonly WatchedStore _store = new();

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var verb in Enum.GetValues<AliasVerb>())
            {
                foreach (var check in Enum.GetValues<AliasCheck>().Where(check => check != AliasCheck.None && AliasTable.Asks(verb, check) && !OfTheChange.HasFlag(check)))
                {
                    rows.Add($"{verb}", $"{check}");
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_change_without_a_question_of_the_verbs_row_is_a_fault_and_writes_nothing(string verb, string left)
    {
        var row = Enum.Parse<AliasVerb>(verb);
        var check = Enum.Parse<AliasCheck>(left);
        await using var catalog = await CreateAsync();
        var ledger = new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, AliasLab.Model), TimeProvider.System);
        var entry = await ledger.BeginAsync("test", new BuildInfo(), [], default);
        var change = new AliasChange(catalog.Registry, new(row, AliasLab.Model, Live), Context());
        await AskAsync(change, catalog, AliasTable.Of(row) & ~check);
        _store.Writes.Clear();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => ActAsync(change, row, catalog, ledger, entry));

        Assert.Contains(left, fault.Message, StringComparison.Ordinal);
        Assert.Empty(_store.Writes);
        await AskAsync(change, catalog, check);
        await ActAsync(change, row, catalog, ledger, entry);
        Assert.Contains(_store.Writes, write => write.Contains("Alias", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_takes_an_agreement_back()
    {
        await using var catalog = await CreateAsync();
        var change = new AliasChange(catalog.Registry, new(AliasVerb.Register, AliasLab.Model, Live), Context());
        await AskAsync(change, catalog, AliasTable.Of(AliasVerb.Register));
        change.Record(AliasCheck.Verdict, Abstractions.Diagnostics.ReleaseDiagnostics.NotValidated.At("no"));

        var ledger = new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, AliasLab.Model), TimeProvider.System);
        var entry = await ledger.BeginAsync("test", new BuildInfo(), [], default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ActAsync(change, AliasVerb.Register, catalog, ledger, entry));
    }

    [Theory]
    [InlineData("staging.health.diabetes", "live", 2, 2)]
    [InlineData("staging.health.diabetes", "live", 3, 1)]
    [InlineData("staging.health.diabetes", "Live", 2, 1)]
    [InlineData("prod.health.diabetes", "live", 2, 1)]
    public async Task Another_move_than_the_one_that_was_asked_about_is_a_fault(string model, string alias, int version, int expected)
    {
        await using var catalog = await CreateAsync();
        var change = new AliasChange(catalog.Registry, new(AliasVerb.Register, AliasLab.Model, Live), Context());
        await AskAsync(change, catalog, AliasTable.Of(AliasVerb.Register));
        var ledger = new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, AliasLab.Model), TimeProvider.System);
        var entry = await ledger.BeginAsync("test", new BuildInfo(), [], default);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => change.MoveAsync(new(ModelName.Parse(model), AliasName.Parse(alias), version, expected), ledger, entry, default));
    }

    public void Dispose() => _lab.Dispose();

    private async Task<ICatalog> CreateAsync()
    {
        await _lab.PackageAsync();
        await _lab.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "staging"), ("Alias", "live"));
        _lab.ChangeModel("second");
        _lab.Git.Commit("second");
        await _lab.PackageAsync();
        await _lab.DoAsync<object>("register", ("Package", "diabetes.modelpkg"), ("Environment", "staging"));
        return await new CatalogConnector(new([_store]), new() { Environment = _lab.Environment })
            .OpenAsync(new("sqlite:///.modelops/staging.db", "sqlite:///.modelops/staging.db", _lab.Path), default);
    }

    private async Task AskAsync(AliasChange change, ICatalog catalog, AliasCheck checks)
    {
        foreach (var check in Enum.GetValues<AliasCheck>().Where(check => check != AliasCheck.None && checks.HasFlag(check)))
        {
            await (check switch
            {
                AliasCheck.Support => change.Ask.RequireSupportAsync(default),
                AliasCheck.Order => change.Ask.JudgeOrderAsync(_lab.Git.Head, 1, default),
                AliasCheck.Digest => change.Ask.VerifyAsync((await catalog.Registry.FindVersionAsync(AliasLab.Model, 2, default))!, null, default),
                _ => Task.FromResult(change.Record(check)),
            });
        }
    }

    private static Task ActAsync(AliasChange change, AliasVerb verb, ICatalog catalog, Ledger ledger, LedgerEntry entry) => verb == AliasVerb.Withdraw
        ? TakeAsync(change, catalog, ledger, entry)
        : change.MoveAsync(new(AliasLab.Model, Live, 2, 1), ledger, entry, default);

    private static async Task TakeAsync(AliasChange change, ICatalog catalog, Ledger ledger, LedgerEntry entry) => Assert.True(
        await change.TakeAsync((await catalog.Registry.FindVersionAsync(AliasLab.Model, 1, default))!, AliasName.Champion, ledger, entry, default));

    private VerbContext Context() => new()
    {
        WorkingDirectory = _lab.Path,
        Configuration = ToolkitConfiguration.Empty,
        Environment = _lab.Environment,
        Catalogs = new(new BackendList([_store]), new() { Environment = _lab.Environment }),
        Time = TimeProvider.System,
        Progress = SilentProgress.Instance,
        BuildReader = _ => Task.FromResult(new BuildInfo()),
    };
}
