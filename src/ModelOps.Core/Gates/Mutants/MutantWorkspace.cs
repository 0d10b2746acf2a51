using ModelOps.Core.Packaging;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>What a mutant may use while it is made and judged. Disposing removes the copies that it was given.</summary>
/// <param name="seed">Seed of everything random.</param>
/// <param name="files">Digests of the good candidate's files; null when it has no files.</param>
internal sealed class MutantWorkspace(int seed, ContentDigest? files) : IDisposable
{
    private readonly List<ModelCopy> _copies = [];

    /// <summary>A source of random numbers that begins anew.</summary>
    public Random CreateRandom() => new(seed);

    /// <summary>A copy of the candidate's files; null when it has none.</summary>
    public ModelCopy? Copy(GateCase good)
    {
        if (good.Candidate.Directory is not { } directory || files is null)
        {
            return null;
        }

        var copy = ModelCopy.Create(directory, files);
        _copies.Add(copy);
        return copy;
    }

    public void Dispose() => _copies.ForEach(copy => copy.Dispose());
}
