using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.Contracts;

namespace ModelOps.Core.Tests.Mlflow.Contracts;

public sealed class SandboxArtifactTests(RunningSandbox sandbox) : ArtifactContract, IClassFixture<RunningSandbox>
{
    protected override Task<ICatalog> OpenAsync() => sandbox.OpenAsync();
}
