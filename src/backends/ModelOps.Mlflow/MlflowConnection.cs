using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Mlflow;

/// <summary>One MLflow server.</summary>
internal sealed class MlflowConnection : ITrackingConnection, IRegistryConnection
{
    private static readonly ArtifactFailures LocalFailures = new(ExitCode.RemoteFailure, HostDiagnostics.FileFailed);

    private readonly MlflowClient _client;
    private readonly MultipartUpload _multipart;
    private readonly ServerDisk _disk;
    private readonly MlflowArtifacts _artifacts;

    public MlflowConnection(ServerUri server, BackendAddress address, MlflowSettings settings, TimeProvider time)
    {
        _client = new(server, settings, time);
        _multipart = new(_client, settings, time);
        _disk = new(server, address);
        _artifacts = new(server, _disk, new ProxiedArtifacts(_client, settings, _multipart), new LocalArtifacts(LocalFailures));
        Tracking = new MlflowTracking(_client);
    }

    public ITrackingStore Tracking { get; }

    public IArtifactStore Artifacts => _artifacts;

    public bool Keeps(string location) => MlflowArtifacts.Keeps(location);

    // MLflow's client takes mlflow-artifacts: for the tracking server, so a registry beside another server's runs does too.
    public IModelRegistry OpenRegistry(RegistrySurroundings surroundings)
    {
        var isBesideServer = surroundings.Tracking is MlflowConnection;
        var artifacts = isBesideServer ? surroundings.Artifacts : new ArtifactRouter(MlflowArtifacts.IsProxied, _artifacts, surroundings.Artifacts);
        return new MlflowRegistry(_client, artifacts, new ArtifactLocations(_client, _disk, surroundings.Tracking.Tracking), new VersionPlace(isBesideServer));
    }

    public ValueTask DisposeAsync()
    {
        _multipart.Dispose();
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
