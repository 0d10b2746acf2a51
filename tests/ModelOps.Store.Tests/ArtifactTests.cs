using System.Diagnostics;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.StoreWriter;

namespace ModelOps.Store.Tests;

public sealed class ArtifactTests : IDisposable
{
    private readonly StoreLab _lab = new();
    private readonly string _canary;

    public ArtifactTests()
    {
        _canary = Path.Combine(_lab.Path, "canary");
        File.WriteAllText(_canary, "alive");
    }

    [Fact]
    public async Task Files_read_back_in_order_of_their_bytes()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);
        string[] paths = ["b", "a/z 1#?.txt", "a-1", "Ä%", "\U0001F600", "\uFF5E"];
        foreach (var path in paths)
        {
            await StoreLab.UploadAsync(catalog, run.ArtifactUri, path, path);
        }

        var files = await catalog.Artifacts.ListAsync(run.ArtifactUri, CancellationToken.None);

        Assert.Equal(["a-1", "a/z 1#?.txt", "b", "Ä%", "\uFF5E", "\U0001F600"], files.Select(file => file.Path));
        foreach (var file in files)
        {
            using var reader = new StreamReader(await catalog.Artifacts.OpenReadAsync(run.ArtifactUri, file.Path, CancellationToken.None));
            Assert.Equal(file.Path, await reader.ReadToEndAsync());
        }
    }

    [Theory]
    [InlineData("../canary")]
    [InlineData("../../../../../canary")]
    [InlineData("a/../../../canary")]
    [InlineData("/canary")]
    [InlineData("..\\canary")]
    [InlineData("%2e%2e/canary")]
    [InlineData("%252e%252e%252fcanary")]
    [InlineData("C:canary")]
    [InlineData("a\0b")]
    [InlineData("")]
    [InlineData(".")]
    public async Task A_path_that_could_leave_its_root_is_neither_written_nor_read(string path)
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);

        var write = await Assert.ThrowsAsync<ModelOpsException>(() => StoreLab.UploadAsync(catalog, run.ArtifactUri, path, "dead"));
        var read = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.OpenReadAsync(run.ArtifactUri, path, CancellationToken.None));

        StoreLab.AssertFails(write, "MOP2009", ExitCode.BadInput, "is refused");
        StoreLab.AssertFails(read, "MOP2009", ExitCode.BadInput, "is refused");
        AssertUntouched();
    }

    [Fact]
    public async Task A_location_of_the_artifact_proxy_is_the_directory_beside_the_file()
    {
        await using var catalog = await _lab.CreateAsync();

        await StoreLab.UploadAsync(catalog, "mlflow-artifacts:/1/a b/artifacts", "model/MLmodel", "flavors");

        Assert.Equal("flavors", await File.ReadAllTextAsync(Path.Combine(_lab.ArtifactRoot, "1", "a b", "artifacts", "model", "MLmodel")));
        Assert.Equal("model/MLmodel", Assert.Single(await catalog.Artifacts.ListAsync("mlflow-artifacts:/1/a b/artifacts", CancellationToken.None)).Path);
    }

    [Theory]
    [InlineData("s3://bucket/key")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("mlflow-artifacts://host/1/x")]
    [InlineData("mlflow-artifacts:/../x")]
    [InlineData("mlflow-artifacts:/")]
    [InlineData("file://host/share")]
    [InlineData("file:///tmp/../etc")]
    [InlineData("file:///tmp/%2e%2e/etc")]
    [InlineData("file:///tmp?x=1")]
    [InlineData("file:relative")]
    [InlineData("relative/mlruns")]
    [InlineData("//host/share")]
    [InlineData("")]
    public async Task A_location_that_is_not_plainly_on_this_machine_is_refused(string location)
    {
        await using var catalog = await _lab.OpenAsync();

        StoreLab.AssertFails(
            await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.ListAsync(location, CancellationToken.None)),
            "MOP2009", ExitCode.BadInput, "is refused");
        StoreLab.AssertFails(
            await Assert.ThrowsAsync<ModelOpsException>(() => StoreLab.UploadAsync(catalog, location, "x", "dead")),
            "MOP2009", ExitCode.BadInput, "is refused");
    }

    [Fact]
    public async Task A_location_of_another_client_is_read_but_not_written()
    {
        await using var catalog = await _lab.OpenAsync();
        var theirs = Directory.CreateDirectory(Path.Combine(_lab.Path, "mlruns")).FullName;
        await File.WriteAllTextAsync(Path.Combine(theirs, "MLmodel"), "theirs");

        foreach (var location in (string[])[theirs, $"file://{theirs}", $"file:{theirs}/", $"file://localhost{theirs}"])
        {
            Assert.Equal(new ContentFile("MLmodel", 6), Assert.Single(await catalog.Artifacts.ListAsync(location, CancellationToken.None)));
            var failure = await Assert.ThrowsAsync<ModelOpsException>(() => StoreLab.UploadAsync(catalog, location, "MLmodel", "dead"));
            StoreLab.AssertFails(failure, "MOP2009", ExitCode.BadInput, "outside of");
        }

        Assert.Equal("theirs", await File.ReadAllTextAsync(Path.Combine(theirs, "MLmodel")));
    }

    [Fact]
    public async Task A_link_is_followed_neither_for_writing_nor_reading_nor_listing()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);
        await StoreLab.UploadAsync(catalog, run.ArtifactUri, "fine", "fine");
        var root = Directory.GetFiles(_lab.ArtifactRoot, "fine", SearchOption.AllDirectories).Select(Path.GetDirectoryName).Single()!;
        Directory.CreateSymbolicLink(Path.Combine(root, "out"), _lab.Path);
        File.CreateSymbolicLink(Path.Combine(root, "file"), _canary);

        foreach (var path in (string[])["out/canary", "file"])
        {
            var write = await Assert.ThrowsAsync<ModelOpsException>(() => StoreLab.UploadAsync(catalog, run.ArtifactUri, path, "dead"));
            var read = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.OpenReadAsync(run.ArtifactUri, path, CancellationToken.None));
            StoreLab.AssertFails(write, "MOP2009", ExitCode.BadInput, "links are not followed");
            StoreLab.AssertFails(read, "MOP2009", ExitCode.BadInput, "links are not followed");
        }

        var list = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.ListAsync(run.ArtifactUri, CancellationToken.None));
        StoreLab.AssertFails(list, "MOP2009", ExitCode.BadInput, "is a link");
        AssertUntouched();
    }

    [Fact]
    public async Task A_pipe_among_the_files_is_refused_and_never_opened()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);
        await StoreLab.UploadAsync(catalog, run.ArtifactUri, "fine", "fine");
        var root = Directory.GetFiles(_lab.ArtifactRoot, "fine", SearchOption.AllDirectories).Select(Path.GetDirectoryName).Single()!;
        using (var process = Process.Start(new ProcessStartInfo("mkfifo") { ArgumentList = { Path.Combine(root, "pipe") } })!)
        {
            await process.WaitForExitAsync();
        }

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.ListAsync(run.ArtifactUri, CancellationToken.None));

        StoreLab.AssertFails(failure, "MOP2009", ExitCode.BadInput, "'pipe' is a pipe");
    }

    [Fact]
    public async Task A_failed_or_cancelled_write_leaves_the_old_file_and_nothing_else()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);
        await StoreLab.UploadAsync(catalog, run.ArtifactUri, "MLmodel", "old");
        using var cancelled = new CancellationTokenSource();

        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.UploadAsync(
            run.ArtifactUri, "MLmodel", token => new BrokenContent().OpenReadAsync(new("", 0), token), 10, CancellationToken.None));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => catalog.Artifacts.UploadAsync(
            run.ArtifactUri,
            "MLmodel",
            async token =>
            {
                await cancelled.CancelAsync();
                return await new TextContent("new").OpenReadAsync(new("", 0), token);
            },
            3,
            cancelled.Token));

        var file = Assert.Single(Directory.GetFiles(_lab.ArtifactRoot, "*", SearchOption.AllDirectories));
        Assert.Equal("old", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_location_that_is_not_there_has_no_files_and_a_missing_file_is_a_clear_failure()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);

        Assert.Empty(await catalog.Artifacts.ListAsync(run.ArtifactUri, CancellationToken.None));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Artifacts.OpenReadAsync(run.ArtifactUri, "x", CancellationToken.None));
        StoreLab.AssertFails(failure, "MOP2003", ExitCode.BadInput, "cannot be read");
    }

    public void Dispose() => _lab.Dispose();

    private void AssertUntouched()
    {
        Assert.Equal("alive", File.ReadAllText(_canary));
        var names = Directory.GetFiles(_lab.Path).Select(file => Path.GetFileName(file));
        Assert.Equal(["canary", "catalog.db"], names.Where(name => !name.StartsWith("catalog.db-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
