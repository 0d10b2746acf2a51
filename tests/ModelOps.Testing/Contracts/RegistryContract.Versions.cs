using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    private static readonly UniqueTag Unique1 = new(new(VersionTags.Key, "k1"), VersionTags.SupersededBy);

    [Fact]
    public async Task A_version_has_what_its_draft_said_when_it_is_first_seen()
    {
        var model = await NewModelAsync();
        var draft = await DraftAsync(model, new(VersionTags.Key, "k"), new("team", "blue"), new("empty", ""));

        var added = await Registry.AddVersionAsync(draft, ContractContent.Small(), CancellationToken.None);

        var found = await Registry.FindVersionAsync(model, 1, CancellationToken.None);
        foreach (var version in new[] { added.Version, found!, Assert.Single(await ListAsync(model)) })
        {
            Assert.Equal((model, 1, VersionStatus.Ready, draft.RunId), (version.Model, version.Version, version.Status, version.RunId));
            Assert.Equal("from a contract", version.Description);
            Assert.Equal(["empty=", "modelops.key=k", "team=blue"], version.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
            Assert.Equal(added.Version.CreatedAt, version.CreatedAt);
        }

        Assert.True(added.IsNew);
        Assert.True(added.Version.CreatedAt > Start.AddYears(-1));
    }

    [Fact]
    public async Task Numbers_of_versions_grow_and_are_never_given_again()
    {
        var model = await NewModelAsync();
        for (var number = 1; number <= 5; number++)
        {
            Assert.Equal(number, (await AddAsync(model)).Version);
        }

        await Registry.DeleteVersionAsync(model, 5, CancellationToken.None);
        await Registry.DeleteVersionAsync(model, 2, CancellationToken.None);
        await Registry.DeleteVersionAsync(model, 2, CancellationToken.None);
        await Registry.DeleteVersionAsync(model, 77, CancellationToken.None);

        Assert.Equal(6, (await AddAsync(model)).Version);
        Assert.Equal([6, 4, 3, 1], await NumbersAsync(model));
        Assert.Null(await Registry.FindVersionAsync(model, 2, CancellationToken.None));
        Assert.Null(await Registry.FindVersionAsync(model, 77, CancellationToken.None));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("it's")]
    [InlineData("say \"it\"")]
    [InlineData("both ' and \"")]
    [InlineData("' OR name LIKE '%")]
    [InlineData("back\\")]
    [InlineData("two\nlines")]
    [InlineData("100% _")]
    [InlineData("a;b#c?d&e=f+g`h`")]
    [InlineData("größe 量 🚀")]
    public async Task Versions_are_listed_by_exactly_one_value_of_a_tag(string value)
    {
        var model = await NewModelAsync();
        foreach (var other in new[] { value, "other", value, value.ToUpperInvariant() + "X" })
        {
            await AddAsync(model, new Tag(VersionTags.Key, other));
        }

        Assert.Equal([3, 1], await NumbersAsync(model, new(VersionTags.Key, value)));
        Assert.Empty(await NumbersAsync(model, new(VersionTags.Commit, value)));
        Assert.Equal(value, (await Registry.FindVersionAsync(model, 3, CancellationToken.None))!.Tags[VersionTags.Key]);
    }

    [Fact]
    public async Task A_second_version_with_a_unique_tag_is_the_first_one_until_that_is_withdrawn()
    {
        var model = await NewModelAsync();
        var first = await AddUniqueAsync(model);
        var second = await AddUniqueAsync(model);
        Assert.Equal((1, true), (first.Version.Version, first.IsNew));
        Assert.Equal((1, false), (second.Version.Version, second.IsNew));
        Assert.Equal(first.Version.RunId, second.Version.RunId);

        await Registry.SetVersionTagAsync(model, 1, new(VersionTags.SupersededBy, "7"), CancellationToken.None);
        var third = await AddUniqueAsync(model);
        Assert.Equal((2, true), (third.Version.Version, third.IsNew));
    }

    [Fact]
    public async Task Of_many_versions_that_are_added_at_a_time_with_a_unique_tag_one_is_live()
    {
        var model = await NewModelAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddUniqueAsync(model))));

        var versions = await ListAsync(model, Unique1.Tag);
        var live = Unique1.Choose(versions);
        Assert.Equal(VersionStatus.Ready, live!.Status);
        Assert.Contains(added, answer => answer.IsNew && answer.Version.Version == live.Version);
        Assert.Equal(versions.Count, added.Count(answer => answer.IsNew));
        Assert.Equal(versions.Count - 1, Unique1.Surplus(live, versions).Count());
        var again = await AddUniqueAsync(model);
        Assert.Equal((live.Version, false), (again.Version.Version, again.IsNew));
    }

    [Fact]
    public async Task A_version_of_a_model_that_is_not_there_is_refused()
    {
        var draft = await DraftAsync(NewName());

        var failure = await FailsAsync(() => Registry.AddVersionAsync(draft, ContractContent.Small(), CancellationToken.None));

        Assert.Equal("MOP2006", failure.Diagnostics[0].Code);
        Assert.Null(await Registry.FindModelAsync(draft.Model, CancellationToken.None));
    }

    private async Task<AddedVersion> AddUniqueAsync(ModelName model)
    {
        var draft = await DraftAsync(model, Unique1.Tag);
        return await Registry.AddVersionAsync(draft with { Unique = Unique1 }, ContractContent.Small(), CancellationToken.None);
    }
}
