using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Models;

namespace ModelOps.Core.Gathering;

/// <summary>All evidence of a candidate. Disposing removes the private copies, and closes the catalog when it was opened for this.</summary>
/// <param name="candidate">What is judged.</param>
/// <param name="subject">The evidence.</param>
/// <param name="seal">What the evidence was before a command ran.</param>
/// <param name="owned">What is disposed, the last first.</param>
internal sealed class GatheredCase(Candidate candidate, GateCase subject, EvidenceSeal seal, IReadOnlyList<IDisposable> owned) : IAsyncDisposable
{
    /// <summary>What is judged, and where.</summary>
    public Candidate Candidate => candidate;

    /// <summary>The evidence.</summary>
    public GateCase Case => subject;

    /// <summary>The version; null for a package.</summary>
    public ModelVersion? Version => candidate.Version;

    /// <summary>Whether the catalog was opened for this case.</summary>
    public bool OwnsCandidate { get; init; }

    /// <summary>Makes sure that no command changed what the gates looked at. Asked when they have looked.</summary>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelOpsException">Something was changed (MOP7008).</exception>
    public Task RequireUnchangedAsync(IProgressSink progress, CancellationToken cancellationToken) => seal.RequireUnchangedAsync(progress, cancellationToken);

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
