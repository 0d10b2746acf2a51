using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    // All that MLflow takes but one with dots in its level, which a registry with levels splits there.
    private static readonly int FewestNames = ContractNames.All.Count - 1;

    [Fact]
    public async Task Names_in_every_alphabet_are_told_apart()
    {
        var schema = Unique();
        var names = Accepted(schema);
        Assert.True(names.Count >= FewestNames, $"{ContractNames.All.Count - names.Count} of {ContractNames.All.Count} names are refused.");

        foreach (var name in names)
        {
            await Registry.EnsureModelAsync(name, name.Value, [new("leaf", name.Value)], CancellationToken.None);
        }

        Assert.Equal(
            names.Select(name => name.Value).Order(StringComparer.Ordinal),
            (await SearchAsync(new() { NamePrefix = Place(schema, "") })).Order(StringComparer.Ordinal));
        foreach (var name in names)
        {
            Assert.Equal(name.Value, (await FindAsync(name)).Tags["leaf"]);
            Assert.Contains(name.Value, await SearchAsync(new() { NamePrefix = name.Value }));
        }
    }

    [Fact]
    public async Task A_version_of_a_model_of_any_name_has_files_an_alias_and_an_end()
    {
        foreach (var name in Accepted(Unique()))
        {
            await Registry.EnsureModelAsync(name, "", CancellationToken.None);
            var version = await AddAsync(name, new Tag("modelops.key", name.Value));
            await Registry.MoveAliasAsync(new(name, AliasName.Champion, version.Version, null), CancellationToken.None);

            Assert.Equal([version.Version], await NumbersAsync(name, new("modelops.key", name.Value)));
            Assert.Equal(version.Version, (await FindAsync(name)).Aliases["champion"]);
            await using (var content = await Registry.OpenContentAsync(version, CancellationToken.None))
            {
                Assert.Equal(["MLmodel"], content.Files.Select(file => file.Path));
            }

            await Registry.DeleteAliasAsync(name, AliasName.Champion, CancellationToken.None);
            await Registry.DeleteVersionAsync(name, version.Version, CancellationToken.None);
            Assert.Empty(await ListAsync(name));
            Assert.Empty((await FindAsync(name)).Aliases);
        }
    }

    private IReadOnlyList<ModelName> Accepted(string schema) =>
    [
        .. ContractNames.Models(leaf => Place(schema, leaf))
            .Where(name => Traits.Names.FindProblem(name) is null),
    ];
}
