using ModelOps.Abstractions.Catalogs;
using ModelOps.FileStore;
using ModelOps.Mlflow;
using ModelOps.Store;

namespace ModelOps.Backends;

/// <summary>The one list of backends.</summary>
public static class AllBackends
{
    /// <summary>Every backend of the toolkit.</summary>
    public static BackendList List { get; } = new([new EmbeddedBackend(), new MlflowBackend(), new FileStoreBackend()]);
}
