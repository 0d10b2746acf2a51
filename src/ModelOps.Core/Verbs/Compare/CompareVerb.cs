using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Compare;

internal sealed class CompareVerb : IVerb<CompareSettings, CompareResult>
{
    public Task<VerbOutcome<CompareResult>> RunAsync(CompareSettings settings, VerbContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
}
