using ModelOps.Abstractions.Registry;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    [Fact]
    public async Task A_call_that_is_cancelled_before_it_begins_does_nothing()
    {
        var model = await NewModelAsync();
        var version = await AddAsync(model);
        await MoveAsync(model, AliasName.Champion, 1, null);
        var (other, draft) = (NewName(), await DraftAsync(model));
        var cancelled = new CancellationToken(canceled: true);

        Func<CancellationToken, Task>[] calls =
        [
            token => Registry.FindModelAsync(model, token),
            token => Registry.EnsureModelAsync(other, "", token),
            token => Registry.ListModelsAsync(token).ToListAsync(CancellationToken.None).AsTask(),
            token => Registry.SearchModelsAsync(new() { NamePrefix = model.Value }, token).ToListAsync(CancellationToken.None).AsTask(),
            token => Registry.SetModelTagAsync(model, new("team", "blue"), token),
            token => Registry.DeleteModelAsync(model, token),
            token => Registry.DeleteVersionAsync(model, 1, token),
            token => Registry.FindVersionAsync(model, 1, token),
            token => Registry.ListVersionsAsync(model, null, token).ToListAsync(CancellationToken.None).AsTask(),
            token => Registry.AddVersionAsync(draft, ContractContent.Small(), token),
            token => Registry.OpenContentAsync(version, token),
            token => Registry.SetVersionTagAsync(model, 1, new("team", "blue"), token),
            token => Registry.MoveAliasAsync(new(model, AliasName.Challenger, 1, null), token),
            token => Registry.DeleteAliasAsync(model, AliasName.Champion, token),
        ];
        foreach (var call in calls)
        {
            await EndsCancelledAsync(call, cancelled);
        }

        Assert.Null(await Registry.FindModelAsync(other, CancellationToken.None));
        Assert.Empty((await FindAsync(model)).Tags);
        Assert.Equal([("champion", 1)], await AliasesAsync(model));
        Assert.Equal(version with { Tags = version.Tags }, Assert.Single(await ListAsync(model)) with { Tags = version.Tags });
    }
}
