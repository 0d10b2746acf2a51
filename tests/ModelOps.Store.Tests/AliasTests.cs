using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Store.Tests;

public sealed class AliasTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Theory]
    [InlineData(null, 1, "expected at version 1; found no version")]
    [InlineData(2, 1, "expected at version 1; found version 2")]
    [InlineData(2, null, "expected at no version; found version 2")]
    public async Task An_alias_that_is_elsewhere_stays_there(int? present, int? expected, string message)
    {
        await using var catalog = await OpenWithVersionsAsync(3);
        if (present is { } version)
        {
            await MoveAsync(catalog, version, null);
        }

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MoveAsync(catalog, 3, expected));

        StoreLab.AssertFails(failure, "MOP3002", ExitCode.StateMoved, message);
        Assert.Equal(present, await ChampionAsync(catalog));
    }

    [Fact]
    public async Task Of_many_movers_that_expect_the_same_exactly_one_wins()
    {
        const int Movers = 8;
        await using var catalog = await OpenWithVersionsAsync(Movers + 1);
        await MoveAsync(catalog, Movers + 1, null);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, Movers).Select(version => Task.Run(async () =>
        {
            await using var own = await _lab.OpenAsync();
            try
            {
                await MoveAsync(own, version, Movers + 1);
                return version;
            }
            catch (ModelOpsException failure) when (failure.ExitCode == ExitCode.StateMoved)
            {
                return 0;
            }
        })));

        var winner = Assert.Single(outcomes, version => version != 0);
        Assert.Equal(winner, await ChampionAsync(catalog));
    }

    [Fact]
    public async Task An_alias_that_another_client_wrote_in_capitals_is_another_alias()
    {
        await using var catalog = await OpenWithVersionsAsync(2);
        _lab.Create("INSERT INTO registered_model_aliases (alias, version, name) VALUES ('Champion', 1, 'churn')");
        Assert.Null(await ChampionAsync(catalog));

        await MoveAsync(catalog, 2, null);

        Assert.Equal(
            ["Champion 1", "champion 2"], _lab.Rows("SELECT alias, version FROM registered_model_aliases ORDER BY alias").Select(row => string.Join(' ', row.Values)));
    }

    [Fact]
    public async Task Of_several_spellings_exactly_one_is_removed()
    {
        await using var catalog = await OpenWithVersionsAsync(2);
        _lab.Create("INSERT INTO registered_model_aliases (alias, version, name) VALUES ('champion', 2, 'churn'), ('CHAMPION', 1, 'churn')");

        await catalog.Registry.DeleteAliasAsync(StoreLab.Churn, AliasName.Champion, CancellationToken.None);

        Assert.Equal(["CHAMPION"], (await catalog.Registry.FindModelAsync(StoreLab.Churn, CancellationToken.None))!.Aliases.Keys);
    }

    [Fact]
    public async Task An_alias_of_look_alike_letters_is_another_alias()
    {
        await using var catalog = await OpenWithVersionsAsync(2);
        _lab.Create("INSERT INTO registered_model_aliases (alias, version, name) VALUES ('\u212Aing', 2, 'churn'), ('\u0441hampion', 2, 'churn')");
        await MoveAsync(catalog, 1, null);

        var aliases = (await catalog.Registry.FindModelAsync(StoreLab.Churn, CancellationToken.None))!.Aliases;

        Assert.Equal(["champion", "\u0441hampion", "\u212Aing"], aliases.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Removing_an_alias_twice_is_fine_and_needs_the_model()
    {
        await using var catalog = await OpenWithVersionsAsync(1);
        await MoveAsync(catalog, 1, null);

        await catalog.Registry.DeleteAliasAsync(StoreLab.Churn, AliasName.Champion, CancellationToken.None);
        await catalog.Registry.DeleteAliasAsync(StoreLab.Churn, AliasName.Champion, CancellationToken.None);

        Assert.Null(await ChampionAsync(catalog));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(
            () => catalog.Registry.DeleteAliasAsync(ModelName.Parse("nope"), AliasName.Champion, CancellationToken.None));
        StoreLab.AssertFails(failure, "MOP2006", ExitCode.BadInput, "'nope'");
    }

    public void Dispose() => _lab.Dispose();

    private static Task MoveAsync(ICatalog catalog, int version, int? expected) =>
        catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, version, expected), CancellationToken.None);

    private static async Task<int?> ChampionAsync(ICatalog catalog)
    {
        var model = await catalog.Registry.FindModelAsync(StoreLab.Churn, CancellationToken.None);
        return model!.Aliases.TryGetValue("champion", out var version) ? version : null;
    }

    private async Task<ICatalog> OpenWithVersionsAsync(int count)
    {
        var catalog = await _lab.OpenAsync();
        for (var at = 0; at < count; at++)
        {
            await StoreLab.AddAsync(catalog);
        }

        return catalog;
    }
}
