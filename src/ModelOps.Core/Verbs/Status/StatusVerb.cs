using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Status;

internal sealed class StatusVerb : IVerb<StatusSettings, StatusResult>
{
    public Task<VerbOutcome<StatusResult>> RunAsync(StatusSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
