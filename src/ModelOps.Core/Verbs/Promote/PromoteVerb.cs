using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Promote;

internal sealed class PromoteVerb : IVerb<PromoteSettings, PromoteResult>
{
    public Task<VerbOutcome<PromoteResult>> RunAsync(PromoteSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
