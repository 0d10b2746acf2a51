namespace ModelOps.Architecture.Tests.Layers;

public sealed class LayerTests
{
    public static TheoryData<string> Assemblies => [.. LayerTable.Arrows.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_uses_only_what_the_table_allows(string assembly) =>
        None(Layers.Breaches(BuiltAssemblies.UsesOf(assembly), LayerTable.Arrows, LayerTable.Owners));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Folders_of_an_assembly_have_no_cycle(string assembly) =>
        None(FolderCycles.Find(BuiltAssemblies.UsesOf(assembly), SourceProjects.RootNamespaceOf(assembly)));

    [Fact]
    public void The_table_has_every_project() =>
        Assert.Equal(SourceProjects.All.Keys.Order(StringComparer.Ordinal), LayerTable.Arrows.Keys.Concat(LayerTable.Published).Order(StringComparer.Ordinal));

    private static void None(IReadOnlyList<string> findings) => Assert.True(findings.Count == 0, string.Join('\n', findings.Prepend("")));
}
