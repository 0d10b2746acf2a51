using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Mlflow;

/// <summary>A catalog on one MLflow server, or on one for runs and files and one for registered models.</summary>
internal sealed class MlflowCatalog : ICatalog
{
    private static readonly ArtifactFailures LocalFailures = new(ExitCode.RemoteFailure, HostDiagnostics.FileFailed);

    private readonly MlflowClient _tracking;
    private readonly MlflowClient _registry;
    private readonly MultipartUpload _multipart;

    public MlflowCatalog(ServerUri tracking, ServerUri registry, MlflowSettings settings, TimeProvider time)
    {
        _tracking = new(tracking, settings, time);
        _registry = tracking.Uri == registry.Uri ? _tracking : new(registry, settings, time);
        _multipart = new(_tracking, settings, time);
        Artifacts = new MlflowArtifacts(tracking, new ProxiedArtifacts(_tracking, settings, _multipart), new LocalArtifacts(LocalFailures));
        Tracking = new MlflowTracking(_tracking);
        Registry = new MlflowRegistry(_registry, Artifacts, new ArtifactLocations(_registry, _tracking));
    }

    public IModelRegistry Registry { get; }

    public ITrackingStore Tracking { get; }

    public IArtifactStore Artifacts { get; }

    public ValueTask DisposeAsync()
    {
        _multipart.Dispose();
        _registry.Dispose();
        _tracking.Dispose();
        return ValueTask.CompletedTask;
    }
}
