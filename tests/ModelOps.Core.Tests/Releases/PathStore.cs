using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>The real embedded store as a workspace would be: experiments are absolute paths, and no other name is taken.</summary>
internal sealed class PathStore : WrappedStore
{
    protected override ICatalog Wrap(ICatalog inner) => new PathCatalog(inner);
}
