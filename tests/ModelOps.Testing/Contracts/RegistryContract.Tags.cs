using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    // MLflow's limit, which is lower than that of versions.
    private const int LongestValueOfModels = 5000;

    private static readonly string[] OwnKeys =
    [
        VersionTags.Key, VersionTags.Digest, VersionTags.Manifest, VersionTags.Commit, VersionTags.Branch, VersionTags.Repository, VersionTags.BuildUrl,
        VersionTags.PullRequest, VersionTags.CopiedFrom, VersionTags.Gates, VersionTags.Decision, VersionTags.ValidationStatus,
        VersionTags.Judged, VersionTags.Quarantine, "modelops.expires",
    ];

    private TagRule Rule => Traits.VersionTags ?? throw new InvalidOperationException("A registry without tags of versions is refused by every verb.");

    [Fact]
    public async Task Tags_of_a_version_are_set_replaced_and_emptied_and_the_others_stay()
    {
        var model = await NewModelAsync();
        await AddAsync(model, new Tag("team", "blue"), new Tag("stage", "one"));
        await AddAsync(model, new Tag("team", "red"));

        foreach (var tag in new Tag[] { new("stage", "two"), new("new", "1"), new("new", ""), new("stage", "three") })
        {
            await Registry.SetVersionTagAsync(model, 1, tag, CancellationToken.None);
        }

        var tags = (await Registry.FindVersionAsync(model, 1, CancellationToken.None))!.Tags;
        Assert.Equal(["new=", "stage=three", "team=blue"], tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(["team"], (await Registry.FindVersionAsync(model, 2, CancellationToken.None))!.Tags.Keys);
    }

    [Fact]
    public async Task Descriptions_are_replaced_and_everything_else_stays()
    {
        var model = await NewModelAsync();
        await AddAsync(model, new Tag("team", "blue"));
        await Registry.DescribeAsync(model, 1, "first words", CancellationToken.None);
        await Registry.DescribeAsync(model, 1, "Größer als \"vorher\"", CancellationToken.None);
        await Registry.DescribeAsync(model, version: null, "of the model", CancellationToken.None);

        var version = (await Registry.FindVersionAsync(model, 1, CancellationToken.None))!;
        Assert.Equal(("Größer als \"vorher\"", "blue"), (version.Description, version.Tags["team"]));
        Assert.Equal("MOP2007", (await FailsAsync(() => Registry.DescribeAsync(model, 9, "x", CancellationToken.None))).Diagnostics[0].Code);
    }

    [Fact]
    public async Task Tags_of_a_registered_model_are_set_replaced_and_emptied_and_the_others_stay()
    {
        var model = await NewModelAsync(new Tag("team", "blue"), new Tag("stage", "one"));

        foreach (var tag in new Tag[] { new("stage", "two"), new("new", "1"), new("new", "") })
        {
            await Registry.SetModelTagAsync(model, tag, CancellationToken.None);
        }

        var tags = (await FindAsync(model)).Tags;
        Assert.Equal(["new=", "stage=two", "team=blue"], tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_keys_of_the_toolkit_come_back_as_they_were_written()
    {
        var model = await NewModelAsync([.. OwnKeys.Select(key => new Tag(key, key))]);
        await AddAsync(model, [.. OwnKeys.Select(key => new Tag(key, key))]);
        foreach (var key in OwnKeys)
        {
            await Registry.SetVersionTagAsync(model, 1, new(key, key + "!"), CancellationToken.None);
        }

        Assert.Equal(OwnKeys.Order(StringComparer.Ordinal), (await FindAsync(model)).Tags.Keys.Order(StringComparer.Ordinal));
        var version = await Registry.FindVersionAsync(model, 1, CancellationToken.None);
        Assert.Equal(OwnKeys.Order(StringComparer.Ordinal), version!.Tags.Keys.Order(StringComparer.Ordinal));
        Assert.All(version.Tags, tag => Assert.Equal(tag.Key + "!", tag.Value));
    }

    [Theory]
    [InlineData("team")]
    [InlineData("data_set")]
    [InlineData("data.set")]
    [InlineData("data-set")]
    [InlineData("data/set")]
    [InlineData("data:set")]
    [InlineData("two words")]
    [InlineData("größe")]
    [InlineData("Team")]
    public async Task A_key_of_a_caller_comes_back_as_it_was_written_or_is_refused_by_name(string key)
    {
        var model = await NewModelAsync();
        await AddAsync(model);
        Func<Task>[] writes =
        [
            () => Registry.SetModelTagAsync(model, new(key, "v"), CancellationToken.None),
            () => Registry.SetVersionTagAsync(model, 1, new(key, "v"), CancellationToken.None),
            () => AddAsync(model, new Tag(key, "v")),
        ];
        var isRefused = key.AsSpan().ContainsAny(Rule.RefusedInKeys);
        foreach (var write in writes)
        {
            await (isRefused ? ExpectAsync(write) : write());
        }

        Assert.Equal(isRefused ? [] : [key], (await FindAsync(model)).Tags.Keys);
        Assert.Equal(isRefused ? [1] : [2, 1], await NumbersAsync(model));
        Assert.All(await ListAsync(model), version => Assert.Equal(isRefused ? [] : [key], version.Tags.Keys));

        async Task ExpectAsync(Func<Task> write) => Assert.Contains(key, (await FailsAsync(write)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_value_is_kept_whole()
    {
        var ofModel = Long(Math.Min(Rule.LongestValue, LongestValueOfModels));
        var ofVersion = Long(Rule.LongestValue);
        var model = await NewModelAsync(new Tag("long", ofModel));
        await AddAsync(model, new Tag("long", ofVersion));

        Assert.Equal(ofModel, (await FindAsync(model)).Tags["long"]);
        Assert.Equal(ofVersion, (await Registry.FindVersionAsync(model, 1, CancellationToken.None))!.Tags["long"]);

        static string Long(int length) => new string('x', length - 3) + "量\"\n";
    }

    [Fact]
    public async Task A_tag_of_what_is_not_there_is_a_failure()
    {
        var model = await NewModelAsync();

        await FailsAsync(() => Registry.SetModelTagAsync(NewName(), new("team", "blue"), CancellationToken.None));
        await FailsAsync(() => Registry.SetVersionTagAsync(NewName(), 1, new("team", "blue"), CancellationToken.None));
        var failure = await FailsAsync(() => Registry.SetVersionTagAsync(model, 9, new("team", "blue"), CancellationToken.None));

        Assert.Equal("MOP2007", failure.Diagnostics[0].Code);
    }
}
