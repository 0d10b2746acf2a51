using ModelOps.Architecture.Tests.Layers;
using ModelOps.Architecture.Tests.Reading;

namespace ModelOps.Architecture.Tests.Releases;

public sealed class AliasOwnerTests
{
    /// <summary>Moves and takes aliases; the other removes whole models of an ephemeral environment.</summary>
    private static readonly string[] Owners = ["ModelOps.Core.Releases.AliasChange", "ModelOps.Core.Ephemeral.ModelRemoval"];

    private static readonly string[] Adapters = [LayerTable.Store, LayerTable.Mlflow];

    [Fact]
    public void Only_AliasChange_refers_to_the_ports_move_and_delete_of_aliases()
    {
        var users = LayerTable.Arrows.Keys.Except(Adapters).SelectMany(BuiltAssemblies.UsesOf).Where(IsChange).Select(use => $"{use.From}").ToHashSet();

        Assert.Equal(Owners.Order(StringComparer.Ordinal), users.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("MoveAliasAsync")]
    [InlineData("DeleteAliasAsync")]
    public void The_port_has_what_the_test_looks_for(string member) =>
        Assert.Contains(BuiltAssemblies.UsesOf(LayerTable.Core), use => IsChange(use) && use.Member == member);

    private static bool IsChange(TypeUse use) =>
        use.Member is "MoveAliasAsync" or "DeleteAliasAsync" && use.To.Assembly.StartsWith("ModelOps.", StringComparison.Ordinal);
}
