using ModelOps.Architecture.Tests.Reading;

namespace ModelOps.Architecture.Tests.Layers;

/// <summary>Holds uses of types against the table of layers.</summary>
internal static class Layers
{
    /// <summary>One line for each use that the table does not allow, with the two types.</summary>
    public static IReadOnlyList<string> Breaches(
        IReadOnlyCollection<TypeUse> uses, IReadOnlyDictionary<string, string[]> arrows, IReadOnlyDictionary<string, string> owners) =>
    [
        .. uses.Where(use => arrows.ContainsKey(use.To.Assembly) && use.To.Assembly != use.From.Assembly)
            .Where(use => !arrows[use.From.Assembly].Contains(use.To.Assembly))
            .Select(use => $"{use.From} ({use.From.Assembly}) uses {use.To} ({use.To.Assembly})")
            .Distinct(),
        .. uses.Select(use => (Use: use, Owner: owners.FirstOrDefault(owner => IsOf(use.To.Assembly, owner.Key)).Value))
            .Where(pair => pair.Owner is not null && pair.Owner != pair.Use.From.Assembly)
            .Select(pair => $"{pair.Use.From} ({pair.Use.From.Assembly}) uses {pair.Use.To}; only {pair.Owner} may")
            .Distinct(),
    ];

    private static bool IsOf(string assembly, string library) => assembly == library || assembly.StartsWith(library + ".", StringComparison.Ordinal);
}
