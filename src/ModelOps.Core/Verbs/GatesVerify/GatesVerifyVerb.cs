using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.GatesVerify;

internal sealed class GatesVerifyVerb : IVerb<GatesVerifySettings, GatesVerifyResult>
{
    public Task<VerbOutcome<GatesVerifyResult>> RunAsync(GatesVerifySettings settings, VerbContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
}
