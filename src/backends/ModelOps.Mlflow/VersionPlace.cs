using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Mlflow;

/// <summary>
/// Where the files of a new version go: with its run, as MLflow does; but a server takes no source on the disk of somebody else, so those of a run
/// that is kept on this machine alone go to a place of their own behind the registry's server.
/// </summary>
/// <param name="isBesideServer">Whether the runs are on an MLflow server, which says itself where their files are.</param>
internal sealed class VersionPlace(bool isBesideServer)
{
    private const string Directory = "model";
    private const string OwnPlace = "mlflow-artifacts:/modelops/versions";

    /// <summary>A location that no other version has.</summary>
    public string Of(VersionDraft draft) => isBesideServer || !LocalLocation.IsLocal(draft.RunArtifactUri)
        ? $"{draft.RunArtifactUri.TrimEnd('/')}/{Directory}"
        : $"{OwnPlace}/{Guid.NewGuid():N}";
}
