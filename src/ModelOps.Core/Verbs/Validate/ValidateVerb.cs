using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Validate;

internal sealed class ValidateVerb : IVerb<ValidateSettings, ValidateResult>
{
    public Task<VerbOutcome<ValidateResult>> RunAsync(ValidateSettings settings, VerbContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
}
