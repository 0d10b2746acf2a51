using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Hosting;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Tests.Hosting;

public sealed class OlderStoreTests
{
    [Theory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public async Task A_store_of_MLflow_2_is_refused_with_the_way_out_and_stays_as_it_is(string behavior)
    {
        using var directory = new TempDirectory();
        var file = directory.File("old.db");
        SqliteLibrary.EnsureLoaded();
        using (var store = StoreConnection.Open($"Data Source={file};Pooling=False"))
        {
            store.Execute(await File.ReadAllTextAsync(Path.Combine(TestFiles.Root, "tests", "ModelOps.Store.Tests", "Data", "schema-2.22.sql")));
            store.Execute("INSERT INTO alembic_version VALUES ('0584bdc529eb')");
        }

        var before = await File.ReadAllBytesAsync(file);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() =>
            SandboxServer.StartAsync(new SandboxOptions { StoreFile = file, BehavesLike = behavior }, TimeProvider.System, CancellationToken.None));

        var finding = Assert.Single(failure.Diagnostics);
        Assert.Equal("MOP2011", finding.Descriptor.Code);
        Assert.Contains("mlflow db upgrade", finding.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }
}
