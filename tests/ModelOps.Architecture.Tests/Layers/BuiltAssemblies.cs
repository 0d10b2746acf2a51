using ModelOps.Architecture.Tests.Reading;

namespace ModelOps.Architecture.Tests.Layers;

/// <summary>The product's assemblies as they were built beside this test, and what their types refer to.</summary>
internal static class BuiltAssemblies
{
    private static readonly Dictionary<string, Lazy<IReadOnlySet<TypeUse>>> Read = LayerTable.Arrows.Keys.ToDictionary(
        name => name,
        name => new Lazy<IReadOnlySet<TypeUse>>(() => AssemblyUses.Read(Path.Combine(AppContext.BaseDirectory, name + ".dll"))));

    public static IReadOnlySet<TypeUse> UsesOf(string assembly) => Read[assembly].Value;
}
