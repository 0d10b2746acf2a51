using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.History;

internal sealed class HistoryVerb : IVerb<HistorySettings, HistoryResult>
{
    public Task<VerbOutcome<HistoryResult>> RunAsync(HistorySettings settings, VerbContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
