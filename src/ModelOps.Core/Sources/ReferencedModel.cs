using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Sources;

/// <summary>The files behind a reference, where they are. Disposing closes the catalog.</summary>
/// <param name="Environment">Environment in which the reference was looked up.</param>
/// <param name="Catalog">Its catalog.</param>
/// <param name="Content">The files.</param>
/// <param name="Version">The version; null for a run and a logged model.</param>
internal sealed record ReferencedModel(ReleaseEnvironment Environment, ICatalog Catalog, IModelContent Content, ModelVersion? Version) : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        await Catalog.DisposeAsync();
    }
}
