using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Evaluate;

internal sealed class EvaluateVerb : IVerb<EvaluateSettings, EvaluateResult>
{
    public Task<VerbOutcome<EvaluateResult>> RunAsync(EvaluateSettings settings, VerbContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
}
