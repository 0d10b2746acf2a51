using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    private static readonly AliasName Odd = AliasName.Parse("Blue-Green_2");

    [Fact]
    public async Task An_alias_moves_from_where_it_is_expected_and_from_nowhere_else()
    {
        var model = await WithVersionsAsync(3);
        await MoveAsync(model, AliasName.Champion, 1, null);
        await MoveAsync(model, AliasName.Champion, 3, 1);
        await MoveAsync(model, AliasName.Champion, 3, 3);

        await RefusesAsync(model, AliasName.Champion, 2, null);
        await RefusesAsync(model, AliasName.Champion, 2, 1);
        await RefusesAsync(model, AliasName.Challenger, 2, 1);

        Assert.Equal([("champion", 3)], await AliasesAsync(model));
    }

    [Fact]
    public async Task Two_aliases_may_be_on_one_version_and_go_one_by_one()
    {
        var model = await WithVersionsAsync(2);
        await MoveAsync(model, AliasName.Champion, 2, null);
        await MoveAsync(model, Odd, 2, null);
        Assert.Equal([("Blue-Green_2", 2), ("champion", 2)], await AliasesAsync(model));

        await Registry.DeleteAliasAsync(model, AliasName.Champion, CancellationToken.None);
        await Registry.DeleteAliasAsync(model, AliasName.Champion, CancellationToken.None);
        await Registry.DeleteAliasAsync(model, AliasName.Challenger, CancellationToken.None);
        Assert.Equal([("Blue-Green_2", 2)], await AliasesAsync(model));

        await MoveAsync(model, AliasName.Champion, 1, null);
        Assert.Equal([("Blue-Green_2", 2), ("champion", 1)], await AliasesAsync(model));
    }

    [Fact]
    public async Task Two_spellings_of_an_alias_are_one_or_two_as_the_registry_says()
    {
        var model = await WithVersionsAsync(2);
        var shouted = AliasName.Parse("CHAMPION");
        await MoveAsync(model, AliasName.Champion, 1, null);

        if (Traits.IgnoresAliasCase)
        {
            await RefusesAsync(model, shouted, 2, null);
            await MoveAsync(model, shouted, 2, 1);
            Assert.Equal(2, Assert.Single(await AliasesAsync(model)).Version);
            return;
        }

        await RefusesAsync(model, shouted, 2, 1);
        await MoveAsync(model, shouted, 2, null);
        Assert.Equal([("CHAMPION", 2), ("champion", 1)], await AliasesAsync(model));
        await Registry.DeleteAliasAsync(model, shouted, CancellationToken.None);
        Assert.Equal([("champion", 1)], await AliasesAsync(model));
    }

    [Fact]
    public async Task An_alias_for_a_version_that_is_not_there_is_refused_and_stays()
    {
        var model = await WithVersionsAsync(2);
        await Registry.DeleteVersionAsync(model, 2, CancellationToken.None);
        await MoveAsync(model, AliasName.Champion, 1, null);

        foreach (var number in new[] { 2, 9 })
        {
            var failure = await FailsAsync(() => MoveAsync(model, AliasName.Champion, number, 1));
            Assert.Equal("MOP2007", failure.Diagnostics[0].Code);
        }

        await FailsAsync(() => MoveAsync(NewName(), AliasName.Champion, 1, null));
        Assert.Equal([("champion", 1)], await AliasesAsync(model));
    }

    [Fact]
    public async Task The_aliases_of_a_version_that_is_deleted_go_with_it()
    {
        var model = await WithVersionsAsync(2);
        await MoveAsync(model, AliasName.Champion, 1, null);
        await MoveAsync(model, AliasName.Challenger, 2, null);
        await MoveAsync(model, Odd, 2, null);

        await Registry.DeleteVersionAsync(model, 2, CancellationToken.None);

        Assert.Equal([("champion", 1)], await AliasesAsync(model));
        await RefusesAsync(model, AliasName.Challenger, 1, 2);
        await MoveAsync(model, AliasName.Challenger, 1, null);
    }

    [Fact]
    public async Task Of_many_moves_at_a_time_the_alias_is_where_one_that_ended_well_put_it()
    {
        var model = await WithVersionsAsync(4);
        await MoveAsync(model, AliasName.Champion, 1, null);

        var outcomes = await Task.WhenAll(new[] { 2, 3, 4 }.Select(number => Task.Run(() => TryMoveAsync(model, number))));

        Assert.Contains(Assert.Single(await AliasesAsync(model)).Version, outcomes.OfType<int>());
    }

    private async Task<int?> TryMoveAsync(ModelName model, int version)
    {
        try
        {
            await MoveAsync(model, AliasName.Champion, version, 1);
            return version;
        }
        catch (ModelOpsException failure) when (failure.ExitCode == ExitCode.StateMoved)
        {
            return null;
        }
    }
}
