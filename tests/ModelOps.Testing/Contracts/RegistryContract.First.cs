using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    [Fact]
    public async Task A_first_version_makes_its_model()
    {
        var model = NewName();

        var added = await Registry.AddFirstVersionAsync(await DraftAsync(model, new Tag("team", "blue")), "who leaves", ContractContent.Small(), CancellationToken.None);

        Assert.Equal((1, true), (added.Version.Version, added.IsNew));
        Assert.Equal(model, (await FindAsync(model)).Name);
        Assert.Equal([1], await NumbersAsync(model));
    }

    [Fact]
    public async Task A_first_version_of_a_model_that_has_some_is_its_next_or_the_one_that_is_live()
    {
        var model = await NewModelAsync();
        var live = await AddAsync(model, new Tag(VersionTags.Key, "k1"));

        var same = await Registry.AddFirstVersionAsync(
            (await DraftAsync(model, new Tag(VersionTags.Key, "k1"))) with { Unique = Unique1 }, "who stays", ContractContent.Small(), CancellationToken.None);
        var next = await Registry.AddFirstVersionAsync(await DraftAsync(model, new Tag(VersionTags.Key, "k2")), "who stays", ContractContent.Small(), CancellationToken.None);

        Assert.Equal((live.Version, false), (same.Version.Version, same.IsNew));
        Assert.Equal((2, true), (next.Version.Version, next.IsNew));
    }

    [Fact]
    public async Task Many_first_versions_at_a_time_are_one_model_and_a_number_each()
    {
        var model = NewName();
        var drafts = new List<VersionDraft>();
        for (var number = 0; number < 6; number++)
        {
            drafts.Add(await DraftAsync(model, new Tag("number", $"{number}")));
        }

        var added = await Task.WhenAll(drafts.Select(draft => Task.Run(() => Registry.AddFirstVersionAsync(draft, "", ContractContent.Small(), CancellationToken.None))));

        Assert.Equal([1, 2, 3, 4, 5, 6], added.Select(one => one.Version.Version).Order());
    }
}
