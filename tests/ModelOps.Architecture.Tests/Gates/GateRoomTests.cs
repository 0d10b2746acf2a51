using ModelOps.Architecture.Tests.Layers;

namespace ModelOps.Architecture.Tests.Gates;

public sealed class GateRoomTests
{
    private const string Gates = "ModelOps.Core.Gates";
    private const string Mutants = Gates + ".Mutants";

    // The one list, and the section with one key for each gate.
    private static readonly string[] Doors = ["GateRooms", "GatesSection"];

    [Fact]
    public void What_gates_share_knows_no_gate()
    {
        var findings = BuiltAssemblies.UsesOf("ModelOps.Core")
            .Where(use => use.From.Namespace is Gates or Mutants && !(use.From.Namespace == Gates && Doors.Contains(use.From.Name)))
            .Where(use => use.To.Namespace.StartsWith(Gates + ".", StringComparison.Ordinal) && use.To.Namespace != Mutants)
            .Select(use => $"{use.From} uses {use.To}")
            .Distinct();
        Assert.Equal("", string.Join('\n', findings));
    }
}
