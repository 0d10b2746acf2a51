using System.Diagnostics;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Backends;
using ModelOps.Core.Hosting;

namespace ModelOps.Bench.Load;

/// <summary>A model of many small files, added by the toolkit's own client.</summary>
internal static class SmallFiles
{
    /// <summary>Adds a version with the files of a directory.</summary>
    /// <returns>Seconds.</returns>
    public static async Task<double> UploadAsync(Uri uri, string mark, string directory, CancellationToken cancellationToken)
    {
        var address = new CatalogAddress(uri.ToString(), uri.ToString(), Environment.CurrentDirectory);
        await using var catalog = await new CatalogConnector(AllBackends.List, new() { Environment = ProcessEnvironment.Instance }).OpenAsync(address, cancellationToken);
        await using var content = DirectoryContent.Open(directory);
        var model = ModelName.Parse($"{mark}-files");
        await catalog.Registry.EnsureModelAsync(model, "", cancellationToken);
        var run = await catalog.Tracking.CreateRunAsync(new("0", "files", TimeProvider.System.GetUtcNow(), []), cancellationToken);

        var start = Stopwatch.GetTimestamp();
        var draft = new VersionDraft { Model = model, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [] };
        await catalog.Registry.AddVersionAsync(draft, content, cancellationToken);
        return LoadProgram.Seconds(start);
    }
}
