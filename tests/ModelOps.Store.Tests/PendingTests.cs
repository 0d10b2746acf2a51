using ModelOps.Abstractions.Registry;
using ModelOps.StoreWriter;

namespace ModelOps.Store.Tests;

/// <summary>A version that a server which works on the same file left pending.</summary>
public sealed class PendingTests : IDisposable
{
    private readonly StoreLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task It_is_finished_with_the_files_that_it_lacks()
    {
        await using var catalog = await _lab.OpenAsync();
        var version = await LeavePendingAsync(catalog);
        File.Delete(Directory.EnumerateFiles(_lab.ArtifactRoot, "MLmodel", SearchOption.AllDirectories).Single());

        var finished = await catalog.Registry.FinishVersionAsync(version, new TextContent("flavors: {}"), CancellationToken.None);

        Assert.Equal((1, VersionStatus.Ready), (finished.Version, finished.Status));
        Assert.Equal("flavors: {}", await StoreLab.ReadAsync(catalog, finished));
    }

    [Fact]
    public async Task One_that_somebody_else_finished_stays_as_it_is()
    {
        await using var catalog = await _lab.OpenAsync();
        var version = await LeavePendingAsync(catalog);
        await catalog.Registry.FinishVersionAsync(version, new TextContent("flavors: {}"), CancellationToken.None);

        var again = await catalog.Registry.FinishVersionAsync(version, new TextContent("flavors: {}"), CancellationToken.None);

        Assert.Equal(VersionStatus.Ready, again.Status);
    }

    [Fact]
    public async Task One_that_was_deleted_is_not_there_to_be_finished()
    {
        await using var catalog = await _lab.OpenAsync();
        var version = await LeavePendingAsync(catalog);
        await catalog.Registry.DeleteVersionAsync(StoreLab.Churn, 1, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<Abstractions.Diagnostics.ModelOpsException>(
            () => catalog.Registry.FinishVersionAsync(version, new TextContent("flavors: {}"), CancellationToken.None));

        Assert.Equal("MOP2007", Assert.Single(failure.Diagnostics).Code);
    }

    private async Task<ModelVersion> LeavePendingAsync(Abstractions.Catalogs.ICatalog catalog)
    {
        await StoreLab.AddAsync(catalog);
        _lab.Create("UPDATE model_versions SET status = 'PENDING_REGISTRATION'");
        var version = (await catalog.Registry.FindVersionAsync(StoreLab.Churn, 1, CancellationToken.None))!;
        Assert.Equal(VersionStatus.Pending, version.Status);
        return version;
    }
}
