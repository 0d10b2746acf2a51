using System.Globalization;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;
using ModelOps.FileStore.Reading;

namespace ModelOps.FileStore;

/// <summary>Finds where the files of a version are: MLflow records the place itself, or a reference to a run, a logged model or another version.</summary>
internal sealed class ContentPlace(RegisteredModels models, ITrackingStore tracking, RecordedLocation location)
{
    private const string Models = "models:/";
    private const string Runs = "runs:/";

    // A version that was copied from a copy, and so on; more is a circle.
    private const int MaxSteps = 16;

    /// <summary>The artifact location of a version.</summary>
    /// <exception cref="ModelOpsException">What it refers to is not there, or refers to itself (MOP2009).</exception>
    public async Task<string> FindAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var place = models.Find(version.Model, version.Version)?.Location ?? "";
        for (var step = 0; step < MaxSteps; step++)
        {
            if (place.StartsWith(Models, StringComparison.Ordinal))
            {
                place = await OfModelAsync(place, cancellationToken).ConfigureAwait(false);
            }
            else if (place.StartsWith(Runs, StringComparison.Ordinal))
            {
                place = await OfRunAsync(place, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                return place.Length > 0 ? location.Resolve(place) : throw Lost(version.Uri);
            }
        }

        throw Lost(place);
    }

    private static ModelOpsException Lost(string reference) => StoreErrors.Unsafe($"'{reference}' leads to no files in this store.");

    private async Task<string> OfModelAsync(string reference, CancellationToken cancellationToken)
    {
        var parts = reference[Models.Length..].Split('/');
        return parts switch
        {
            [var id] => await tracking.FindLoggedModelAsync(id, cancellationToken).ConfigureAwait(false),
            [var name, var text] when ModelName.TryParse(name, out var model) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                models.Find(model, number)?.Location,
            _ => null,
        }
        ?? throw Lost(reference);
    }

    private async Task<string> OfRunAsync(string reference, CancellationToken cancellationToken)
    {
        var parts = reference[Runs.Length..].Split('/', 2);
        var run = await tracking.FindRunAsync(parts[0], cancellationToken).ConfigureAwait(false);
        return run is not null && parts.Length == 2 && SafeRelativePath.TryValidate(parts[1], out _)
            ? LocalLocation.Append(run.ArtifactUri, parts[1])
            : throw Lost(reference);
    }
}
