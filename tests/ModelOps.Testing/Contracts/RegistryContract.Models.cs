using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    [Fact]
    public async Task A_registered_model_is_made_once_also_by_many_at_a_time()
    {
        var model = NewName();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Registry.EnsureModelAsync(model, "who leaves", CancellationToken.None))));
        await Registry.EnsureModelAsync(model, "another text", [new("team", "late")], CancellationToken.None);

        var found = await FindAsync(model);
        Assert.Equal(model, found.Name);
        Assert.Empty(found.Aliases);
        Assert.DoesNotContain("team", found.Tags.Keys);
        Assert.Equal([model.Value], await SearchAsync(new() { NamePrefix = model.Value }));
    }

    [Fact]
    public async Task A_registered_model_that_is_not_there_is_null_and_has_no_versions()
    {
        var model = NewName();

        Assert.Null(await Registry.FindModelAsync(model, CancellationToken.None));
        Assert.Null(await Registry.FindVersionAsync(model, 1, CancellationToken.None));
        Assert.Empty(await ListAsync(model));
        Assert.Empty(await ListAsync(model, new("team", "blue")));
    }

    [Fact]
    public async Task Registered_models_are_listed_in_order_each_once_with_aliases_and_tags()
    {
        var schema = Unique();
        string[] leaves = ["e", "b", "d", "a", "c"];
        foreach (var leaf in leaves)
        {
            await Registry.EnsureModelAsync(Name(schema, leaf), "", [new("team", leaf)], CancellationToken.None);
        }

        await AddAsync(Name(schema, "d"));
        await Registry.MoveAliasAsync(new(Name(schema, "d"), AliasName.Champion, 1, null), CancellationToken.None);

        var names = leaves.Select(leaf => Name(schema, leaf)).ToHashSet();
        var listed = await Registry.ListModelsAsync(CancellationToken.None).Where(model => names.Contains(model.Name)).ToListAsync();
        Assert.Equal(["a", "b", "c", "d", "e"], listed.Select(model => model.Tags["team"]));
        Assert.Equal(names.Select(name => name.Value).Order(StringComparer.Ordinal), listed.Select(model => model.Name.Value));
        Assert.Equal(["d"], listed.Where(model => model.Aliases.Count > 0).Select(model => model.Tags["team"]));
        Assert.Equal(1, listed.Single(model => model.Aliases.Count > 0).Aliases["champion"]);
    }

    [Fact]
    public async Task A_search_by_prefix_takes_every_character_for_itself()
    {
        var schema = Unique();
        string[] leaves = ["pr_1 a", "pr_1 b", "prx1 c", "PR_1 d"];
        foreach (var leaf in leaves)
        {
            await Registry.EnsureModelAsync(Name(schema, leaf), "", CancellationToken.None);
        }

        var all = leaves.Select(leaf => Name(schema, leaf).Value).ToArray();
        Assert.Equal(all[..2], await SearchAsync(new() { NamePrefix = Place(schema, "pr_1") }));
        Assert.Equal(all[..1], await SearchAsync(new() { NamePrefix = all[0] }));
        Assert.Equal(all.Order(StringComparer.Ordinal), await SearchAsync(new() { NamePrefix = Place(schema, "") }));
        foreach (var none in new[] { "pr%", "pr?1", "pr*", "%", "'", "\"", "' OR '1'='1", "pr_1\\" })
        {
            Assert.Empty(await SearchAsync(new() { NamePrefix = Place(schema, none) }));
        }
    }

    [Fact]
    public async Task A_search_by_the_key_of_a_tag_finds_every_value_of_it()
    {
        var schema = Unique();
        Tag[] tags = [new("modelops.expires", ""), new("modelops.expires", "2026-11-21"), new("modelops.expired", "no"), new("team", "modelops.expires")];
        foreach (var (tag, index) in tags.Select((tag, index) => (tag, index)))
        {
            await Registry.EnsureModelAsync(Name(schema, $"m{index}"), "", [tag], CancellationToken.None);
        }

        string[] wanted = [Name(schema, "m0").Value, Name(schema, "m1").Value];
        Assert.Equal(wanted, await SearchAsync(new() { TagKey = "modelops.expires", NamePrefix = Place(schema, "") }));
        Assert.Subset((await SearchAsync(new() { TagKey = "modelops.expires" })).ToHashSet(), wanted.ToHashSet());
        Assert.Empty(await SearchAsync(new() { TagKey = $"modelops.{schema}" }));
    }

    [Fact]
    public async Task A_registered_model_is_deleted_or_only_its_name_stays()
    {
        var model = await WithVersionsAsync(2);
        await MoveAsync(model, AliasName.Champion, 2, null);
        foreach (var version in new[] { 1, 2 })
        {
            await Registry.DeleteVersionAsync(model, version, CancellationToken.None);
        }

        await Registry.DeleteModelAsync(model, CancellationToken.None);
        await Registry.DeleteModelAsync(model, CancellationToken.None);
        await Registry.DeleteModelAsync(NewName(), CancellationToken.None);

        Assert.Empty(await ListAsync(model));
        Assert.Empty((await Registry.FindModelAsync(model, CancellationToken.None))?.Aliases ?? new Dictionary<string, int>());
        if (Traits.DeletesModels)
        {
            Assert.Null(await Registry.FindModelAsync(model, CancellationToken.None));
            Assert.Empty(await SearchAsync(new() { NamePrefix = model.Value }));
        }
        else
        {
            // Else what cleans up would find it again and again.
            Assert.Empty((await FindAsync(model)).Tags);
        }
    }
}
