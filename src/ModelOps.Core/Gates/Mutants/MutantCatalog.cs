using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>All mutants, in the order of the gates that are there for them.</summary>
internal static class MutantCatalog
{
    /// <summary>The mutants.</summary>
    public static IReadOnlyList<Mutant> All { get; } = Of(GateRooms.All);

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(mutant => mutant.Name)];

    /// <summary>The mutants of some gates.</summary>
    public static IReadOnlyList<Mutant> Of(IEnumerable<GateRoom> rooms) => [.. rooms.SelectMany(room => room.Mutants)];

    /// <summary>The mutants of some names; all when none is named.</summary>
    /// <exception cref="ModelOpsException">A name is unknown; all such names are in the exception (MOP0002, exit 2).</exception>
    public static IReadOnlyList<Mutant> Select(IReadOnlyList<string> names)
    {
        var unknown = names.Where(name => !Names.Contains(name)).Select(name => InputDiagnostics.Invalid.At(
            $"Input 'mutant' cannot be '{name}': there is no such mutant.{Suggestion.Hint(name, Names)} Known are {string.Join(", ", Names)}.")).ToList();
        return unknown.Count > 0 ? throw new ModelOpsException(ExitCode.BadInput, unknown)
            : names.Count == 0 ? All
            : [.. All.Where(mutant => names.Contains(mutant.Name))];
    }
}
