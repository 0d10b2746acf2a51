using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class MlflowArtifactTests
{
    private const string Root = "mlflow-artifacts:/1/abc/artifacts/model";

    [Theory]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b")]
    [InlineData("C:evil")]
    [InlineData("%2e%2e%2fevil")]
    [InlineData("..\\evil")]
    [InlineData("NUL")]
    [InlineData("line\nfeed")]
    public async Task A_hostile_name_in_a_listing_is_refused(string name)
    {
        await using var fixture = await MlflowFixture.StartAsync();
        fixture.Server.State.ForgedEntries["1/abc/artifacts/model"] = [name];
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => fixture.Catalog.Artifacts.ListAsync(Root, CancellationToken.None));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2009"), (failure.ExitCode, failure.Diagnostics[0].Code));
    }

    [Theory]
    [InlineData("s3://bucket/1/abc/artifacts")]
    [InlineData("gs://bucket/x")]
    [InlineData("abfss://c@account.dfs.core.windows.net/x")]
    [InlineData("hdfs://host/x")]
    [InlineData("ftp://user:canary@host/x")]
    [InlineData("jar:file:///x!/y")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("dbfs:/x")]
    [InlineData("file://otherhost/etc")]
    [InlineData("relative/path")]
    [InlineData("")]
    [InlineData("mlflow-artifacts://other.example/1/x")]
    [InlineData("mlflow-artifacts:/1/../../etc")]
    [InlineData("mlflow-artifacts:/1/%2e%2e/etc")]
    public async Task A_location_that_is_not_behind_the_server_is_refused(string location)
    {
        await using var fixture = await MlflowFixture.StartAsync();
        foreach (var call in Calls(fixture.Catalog.Artifacts, location))
        {
            var failure = await Assert.ThrowsAsync<ModelOpsException>(call);
            Assert.Equal("MOP2009", failure.Diagnostics[0].Code);
            Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
        }

        Assert.Empty(fixture.Server.Requests);
    }

    [Theory]
    [InlineData("https://mlflow.example", "file:///etc")]
    [InlineData("https://mlflow.example", "/etc")]
    [InlineData("http://127.0.0.1:5000", "/etc")]
    public async Task A_server_cannot_point_at_files_of_this_machine(string server, string location)
    {
        await using var catalog = await MlflowFixture.OpenAsync(server, []);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.ListAsync(location, CancellationToken.None));
        Assert.Equal((ExitCode.BadInput, "MOP2121"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains("--serve-artifacts", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("file://")]
    public async Task A_server_may_keep_files_below_the_directory_that_is_given_to_it(string scheme)
    {
        using var directory = new TempDirectory();
        await using var server = await MlflowServer.StartAsync(new() { ArtifactRoot = $"{scheme}{directory.Path}/mlruns" });
        await using var catalog = await TestCatalogs.OpenAsync(new CatalogAddress(server.Url, server.Url, directory.Path) { ArtifactRoot = "mlruns" });
        var version = await Registered.VersionAsync(catalog);
        await using var content = await catalog.Registry.OpenContentAsync(version, CancellationToken.None);
        Assert.Equal(Registered.Content().Files, content.Files);
        Assert.Equal(3, Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task The_authority_of_the_server_itself_is_fine()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var authority = new Uri(fixture.Server.Url).Authority;
        await UploadAsync(fixture.Catalog.Artifacts, Root, "a.txt", 3);
        Assert.Equal([new("a.txt", 3)], await fixture.Catalog.Artifacts.ListAsync($"mlflow-artifacts://{authority}/1/abc/artifacts/model", CancellationToken.None));
    }

    [Theory]
    [InlineData("runs:/{run}/model")]
    [InlineData("models:/staging.churn/1")]
    public async Task References_are_followed(string reference)
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var first = await Registered.VersionAsync(fixture.Catalog, "k1");
        var second = await Registered.VersionAsync(fixture.Catalog, "k2");
        fixture.Server.State.ForgedLocations["staging.churn/2"] = reference.Replace("{run}", first.RunId, StringComparison.Ordinal);
        await using var content = await fixture.Catalog.Registry.OpenContentAsync(second, CancellationToken.None);
        Assert.Equal(3, content.Files.Count);
    }

    [Fact]
    public async Task References_in_a_circle_end()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var version = await Registered.VersionAsync(fixture.Catalog);
        fixture.Server.State.ForgedLocations["staging.churn/1"] = "models:/staging.churn/1";
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => fixture.Catalog.Registry.OpenContentAsync(version, CancellationToken.None));
        Assert.Equal("MOP2009", failure.Diagnostics[0].Code);
    }

    [Fact]
    public async Task A_large_file_goes_up_and_down_without_being_held()
    {
        // What lies between reader and writer are buffers of the system, a few MiB; a copy of the file would be all of it. No clock and no
        // memory of the process is looked at, so it does not matter what else runs.
        const long Length = 256L * 1024 * 1024, Most = Length / 4;
        await using var fixture = await MlflowFixture.StartAsync();
        var state = fixture.Server.State;
        state.KeepsBytes = false;
        long ahead = 0;
        await fixture.Catalog.Artifacts.UploadAsync(
            Root,
            "weights.bin",
            _ => Task.FromResult<Stream>(new ZeroStream(Length, read => ahead = Math.Max(ahead, read - state.Transferred))),
            Length,
            CancellationToken.None);
        Assert.Equal(Length, state.Lengths["1/abc/artifacts/model/weights.bin"]);
        Assert.InRange(ahead, 0, Most);

        ahead = 0;
        await using var stream = await fixture.Catalog.Artifacts.OpenReadAsync(Root, "weights.bin", CancellationToken.None);
        Assert.Equal(Length, await ZeroStream.CountAsync(stream, read => ahead = Math.Max(ahead, state.Transferred - Length - read)));
        Assert.InRange(ahead, 0, Most);
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_a_failure_and_no_short_file()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        fixture.Server.State.KeepsBytes = false;
        fixture.Server.State.Lengths["1/abc/artifacts/model/w.bin"] = 1_000_000_000;
        await using var stream = await fixture.Catalog.Artifacts.OpenReadAsync(Root, "w.bin", CancellationToken.None);
        await stream.ReadExactlyAsync(new byte[1000]);
        await fixture.Server.DisposeAsync();
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ZeroStream.CountAsync(stream));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2002"), (failure.ExitCode, failure.Diagnostics[0].Code));
    }

    [Fact]
    public async Task A_file_that_shrinks_while_it_is_sent_is_told_apart_from_the_network()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => fixture.Catalog.Artifacts.UploadAsync(
            Root, "a", _ => Task.FromResult<Stream>(new ZeroStream(10)), 20, CancellationToken.None));
        Assert.Equal("MOP4003", failure.Diagnostics[0].Code);
        Assert.Empty(fixture.Server.State.Lengths);
    }

    private static IEnumerable<Func<Task>> Calls(IArtifactStore artifacts, string location) =>
    [
        () => artifacts.ListAsync(location, CancellationToken.None),
        () => artifacts.OpenReadAsync(location, "a", CancellationToken.None),
        () => UploadAsync(artifacts, location, "a", 1),
    ];

    private static Task UploadAsync(IArtifactStore artifacts, string root, string path, long length) =>
        artifacts.UploadAsync(root, path, _ => Task.FromResult<Stream>(new ZeroStream(length)), length, CancellationToken.None);
}
