using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Rollback;

internal sealed class RollbackVerb : IVerb<RollbackSettings, RollbackResult>
{
    public Task<VerbOutcome<RollbackResult>> RunAsync(RollbackSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
