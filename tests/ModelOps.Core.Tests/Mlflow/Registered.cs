using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>Registers versions in tests.</summary>
internal static class Registered
{
    public static readonly ModelName Churn = ModelName.Parse("staging.churn");

    public static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public static async Task<VersionDraft> DraftAsync(ICatalog catalog, string key)
    {
        var experiment = await catalog.Tracking.EnsureExperimentAsync("modelops/staging.churn", CancellationToken.None);
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, "register", Start, [new("modelops.action", "register")]), CancellationToken.None);
        await catalog.Registry.EnsureModelAsync(Churn, "Churn scorer", CancellationToken.None);
        return new() { Model = Churn, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [new("modelops.key", key)], Description = "from a test" };
    }

    public static async Task<ModelVersion> VersionAsync(ICatalog catalog, string key = "k1") =>
        (await catalog.Registry.AddVersionAsync(await DraftAsync(catalog, key), Content(), CancellationToken.None)).Version;

    public static MemoryContent Content() => new(("MLmodel", "flavors: {}\n"), ("data/empty.bin", ""), ("data/wéights 1.bin", "0123456789"));
}
