using System.Globalization;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;
using ModelOps.Store;
using ModelOps.StoreWriter;

// modelops-store-writer URI WRITER COUNT: opens an embedded catalog and adds COUNT versions to one model, each with a run, a file and tags, at the
// same time as others do. WRITER tells them apart.
var writer = args[1];
var count = int.Parse(args[2], CultureInfo.InvariantCulture);
var name = ModelName.Parse("churn");
var catalog = await new CatalogConnector(new([new EmbeddedBackend()]), new() { Environment = ProcessEnvironment.Instance })
    .OpenAsync(new(args[0], args[0], Directory.GetCurrentDirectory()), CancellationToken.None);
await using (catalog)
{
    var experiment = await catalog.Tracking.EnsureExperimentAsync("shared", CancellationToken.None);
    await catalog.Registry.EnsureModelAsync(name, "", CancellationToken.None);
    for (var at = 0; at < count; at++)
    {
        var mark = new Tag("mark", $"{writer}.{at}");
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, mark.Value, TimeProvider.System.GetUtcNow(), [mark]), CancellationToken.None);
        var draft = new VersionDraft { Model = name, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [mark] };
        var (version, _) = await catalog.Registry.AddVersionAsync(draft, new TextContent(mark.Value), CancellationToken.None);
        await catalog.Registry.SetVersionTagAsync(name, version.Version, new("done", "yes"), CancellationToken.None);
    }
}
