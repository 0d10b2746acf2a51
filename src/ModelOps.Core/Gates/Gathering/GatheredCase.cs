using ModelOps.Core.Registry;

namespace ModelOps.Core.Gates.Gathering;

/// <summary>All evidence of a candidate. Disposing removes the private copies, and closes the catalog when it was opened for this.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="subject">The evidence.</param>
/// <param name="owned">What is disposed, the last first.</param>
internal sealed class GatheredCase(Candidate candidate, GateCase subject, IReadOnlyList<IDisposable> owned) : IAsyncDisposable
{
    /// <summary>What is judged, and where.</summary>
    public Candidate Candidate => candidate;

    /// <summary>The evidence.</summary>
    public GateCase Case => subject;

    /// <summary>The version; null for a package.</summary>
    public ModelVersion? Version => candidate.Version;

    /// <summary>Whether the catalog was opened for this case.</summary>
    public bool OwnsCandidate { get; init; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var part in owned.Reverse())
        {
            part.Dispose();
        }

        if (OwnsCandidate)
        {
            await candidate.DisposeAsync();
        }
    }
}
