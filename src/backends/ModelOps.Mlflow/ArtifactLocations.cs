using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>
/// Finds where the files of a version are. Servers resolve most references themselves; some hand them out as they were registered.
/// </summary>
/// <param name="registry">Server of the registered models.</param>
/// <param name="disk">Paths that the server may name.</param>
/// <param name="tracking">Runs and logged models.</param>
internal sealed class ArtifactLocations(MlflowClient registry, ServerDisk disk, ITrackingStore tracking)
{
    private const string Models = "models:/";
    private const string Runs = "runs:/";
    private const int MaxSteps = 8;

    /// <summary>Location of a version's files, no longer a reference.</summary>
    /// <exception cref="ModelOpsException">No such version (MOP2007), or a reference that leads nowhere (MOP2009).</exception>
    public async Task<string> OfVersionAsync(string model, int version, CancellationToken cancellationToken)
    {
        var path = $"/mlflow/model-versions/get-download-uri?name={Uri.EscapeDataString(model)}&version={version}";
        var answer = await registry.FindAsync(path, WireJson.Mlflow.DownloadUriAnswer, cancellationToken) ?? throw new ModelOpsException(
            ExitCode.RemoteFailure, RegistryDiagnostics.VersionMissing.At($"The registered model {model} has no version {version}."));
        return await FollowAsync(Check(WireReader.Required(answer.ArtifactUri, "the location of a version's files")), cancellationToken);
    }

    private async Task<string> FollowAsync(string location, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            if (location.StartsWith(Runs, StringComparison.Ordinal))
            {
                location = await OfRunAsync(location, cancellationToken);
            }
            else if (location.StartsWith(Models, StringComparison.Ordinal))
            {
                location = await OfModelAsync(location, cancellationToken);
            }
            else
            {
                return location;
            }
        }

        throw Lost(location);
    }

    private static ModelOpsException Lost(string location) => new(
        ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At($"The reference '{location}' leads to no artifact location."));

    private async Task<string> OfRunAsync(string reference, CancellationToken cancellationToken)
    {
        var parts = reference[Runs.Length..].Split('/', 2);
        var run = await tracking.FindRunAsync(parts[0], cancellationToken) ?? throw Lost(reference);
        var root = run.ArtifactUri.TrimEnd('/');
        return parts.Length == 2 ? $"{root}/{parts[1]}" : root;
    }

    private async Task<string> OfModelAsync(string reference, CancellationToken cancellationToken)
    {
        var parts = reference[Models.Length..].Split('/');
        if (parts.Length == 1)
        {
            return await tracking.FindLoggedModelAsync(parts[0], cancellationToken) ?? throw Lost(reference);
        }

        if (parts.Length != 2 || !parts[1].All(char.IsAsciiDigit))
        {
            throw Lost(reference);
        }

        var path = $"/mlflow/model-versions/get-download-uri?name={Uri.EscapeDataString(parts[0])}&version={parts[1]}";
        var answer = await registry.FindAsync(path, WireJson.Mlflow.DownloadUriAnswer, cancellationToken);
        return Check(answer?.ArtifactUri ?? throw Lost(reference));
    }

    // Beside runs of this machine a path of it is read as it is: a server elsewhere must not say which.
    private string Check(string location) => disk.Check(location);
}
