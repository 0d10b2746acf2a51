using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Check;

internal sealed class CheckVerb : IVerb<CheckSettings, CheckResult>
{
    public Task<VerbOutcome<CheckResult>> RunAsync(CheckSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
