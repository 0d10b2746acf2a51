using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Register;

internal sealed class RegisterVerb : IVerb<RegisterSettings, RegisterResult>
{
    public Task<VerbOutcome<RegisterResult>> RunAsync(RegisterSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
