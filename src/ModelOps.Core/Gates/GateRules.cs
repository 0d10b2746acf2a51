using ModelOps.Core.Gates.Mutants;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Core.Gates;

/// <summary>What must hold in the section <c>gates</c> of a model in modelops.yml: a gate that could never judge is no gate.</summary>
internal static class GateRules
{
    /// <summary>Checks the sections of all gates.</summary>
    public static void Check(GateRuleScope scope) => Check(GateRooms.All, scope);

    /// <summary>Checks the sections of some gates.</summary>
    public static void Check(IReadOnlyList<GateRoom> rooms, GateRuleScope scope)
    {
        foreach (var room in rooms)
        {
            room.CheckRules(scope);
        }

        CheckCuts(rooms, scope);
        VerifyRules.Check(scope, [.. MutantCatalog.Of(rooms).Select(mutant => mutant.Name)]);
    }

    // Slices bear the name of their column, so that two ways to cut one column could not be told apart.
    private static void CheckCuts(IReadOnlyList<GateRoom> rooms, GateRuleScope scope)
    {
        var entries = EvidenceNeeds.Of(rooms, scope.Gates).Slices.SelectMany(SliceSpec.Split).Distinct(StringComparer.Ordinal);
        var specs = entries.Select(entry => SliceSpec.TryParse(entry, out var spec) ? spec : null).OfType<SliceSpec>();
        foreach (var column in specs.GroupBy(spec => spec.Column, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var first = rooms.First(room => room.NeedsOf(scope.Gates).Slices.Count > 0);
            scope.Place.Misconfigured(first.Name, $"The column '{column.Key}' is cut in two ways: use the same bins everywhere.");
        }
    }
}
