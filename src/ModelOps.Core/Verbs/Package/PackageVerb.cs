using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Package;

internal sealed class PackageVerb : IVerb<PackageSettings, PackageResult>
{
    public Task<VerbOutcome<PackageResult>> RunAsync(PackageSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
