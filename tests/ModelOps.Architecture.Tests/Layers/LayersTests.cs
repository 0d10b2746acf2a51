using ModelOps.Architecture.Tests.Reading;
using ModelOps.Core.Verbs;

namespace ModelOps.Architecture.Tests.Layers;

public sealed class LayersTests
{
    private static readonly string Own = typeof(LayersTests).Assembly.GetName().Name!;

    private static readonly Dictionary<string, string> NoOwners = [];

    public static Type Named => typeof(VerbCatalog);

    [Fact]
    public void A_use_that_the_table_does_not_allow_is_found_with_its_two_types()
    {
        var breaches = Layers.Breaches(AssemblyUses.Read(typeof(LayersTests).Assembly.Location), Table([]), NoOwners);

        Assert.Contains($"{typeof(LayersTests)} ({Own}) uses {typeof(VerbCatalog)} ({LayerTable.Core})", breaches);
    }

    [Fact]
    public void A_use_that_the_table_allows_is_none() =>
        Assert.Empty(Layers.Breaches(AssemblyUses.Read(typeof(LayersTests).Assembly.Location), Table([LayerTable.Core]), NoOwners));

    [Fact]
    public void A_library_that_another_assembly_owns_is_found()
    {
        TypeUse use = new(new(LayerTable.Core, "ModelOps.Core", "Any"), new("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite", "SqliteConnection"));

        Assert.Equal(
            ["ModelOps.Core.Any (ModelOps.Core) uses Microsoft.Data.Sqlite.SqliteConnection; only ModelOps.Store may"],
            Layers.Breaches([use], LayerTable.Arrows, LayerTable.Owners));
    }

    private static Dictionary<string, string[]> Table(string[] allowed) => new() { [Own] = allowed, [LayerTable.Core] = [] };
}
