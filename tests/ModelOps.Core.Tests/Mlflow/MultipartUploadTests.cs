using System.IO.Pipelines;
using System.Security.Cryptography;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class MultipartUploadTests
{
    private const string Root = "mlflow-artifacts:/1/abc/artifacts/model";

    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(2500);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_file_goes_to_the_storage_in_parts_without_credentials(bool canSeek)
    {
        await using var fixture = await StartAsync(new() { HasMultipart = true, Authorization = "Bearer t" });
        await UploadAsync(fixture, canSeek);
        Assert.Equal(Bytes, fixture.Server.State.Artifacts["1/abc/artifacts/model/w.bin"]);
        var parts = fixture.Server.Requests.Where(request => request.Path.StartsWith("/storage/", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, parts.Count);
        Assert.All(parts, part => Assert.False(part.HadAuthorization));
        Assert.Equal(0, fixture.Server.OpenUploads);
    }

    [Fact]
    public async Task A_file_that_has_grown_is_given_up()
    {
        await using var fixture = await StartAsync(new() { HasMultipart = true });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => fixture.Catalog.Artifacts.UploadAsync(
            Root, "w.bin", _ => Task.FromResult<Stream>(new MemoryStream(Bytes)), Bytes.Length - 1, CancellationToken.None));
        Assert.Equal("MOP4003", failure.Diagnostics[0].Code);
        Assert.Equal(0, fixture.Server.OpenUploads);
        Assert.Empty(fixture.Server.State.Artifacts);
    }

    [Fact]
    public async Task A_store_without_parts_gets_the_file_whole()
    {
        await using var fixture = await StartAsync(new());
        await UploadAsync(fixture, canSeek: true);
        Assert.Equal(Bytes, fixture.Server.State.Artifacts["1/abc/artifacts/model/w.bin"]);
    }

    [Fact]
    public async Task A_part_that_fails_in_passing_is_sent_again()
    {
        await using var fixture = await StartAsync(new() { HasMultipart = true });
        fixture.Server.Faults.Add(new("PUT /storage/", FaultMode.StatusBefore) { Times = 2 });
        await UploadAsync(fixture, canSeek: true);
        Assert.Equal(Bytes, fixture.Server.State.Artifacts["1/abc/artifacts/model/w.bin"]);
    }

    [Fact]
    public async Task An_upload_that_fails_is_given_up_and_does_not_show_the_signature()
    {
        await using var fixture = await StartAsync(new() { HasMultipart = true });
        fixture.Server.Faults.Add(new("PUT /storage/", FaultMode.StatusBefore) { Status = 403, Times = int.MaxValue });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => UploadAsync(fixture, canSeek: true));
        Assert.Equal("MOP2004", failure.Diagnostics[0].Code);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, fixture.Server.OpenUploads);
        Assert.Empty(fixture.Server.State.Artifacts);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("file:///tmp/x")]
    [InlineData("http://user:secret@127.0.0.1/x")]
    public async Task A_hostile_storage_is_not_called(string storage)
    {
        await using var fixture = await StartAsync(new() { HasMultipart = true });
        fixture.Server.ForgedStorage = storage;
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => UploadAsync(fixture, canSeek: true));
        Assert.Equal("MOP2009", failure.Diagnostics[0].Code);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, fixture.Server.OpenUploads);
    }

    private static Task<MlflowFixture> StartAsync(MlflowServerOptions options) => MlflowFixture.StartAsync(options, environment =>
    {
        environment["MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD"] = "true";
        environment["MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE"] = "2000";
        environment["MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE"] = "1000";
        environment["MLFLOW_TRACKING_TOKEN"] = "t";
    });

    private static Task UploadAsync(MlflowFixture fixture, bool canSeek) => fixture.Catalog.Artifacts.UploadAsync(
        Root, "w.bin", _ => Task.FromResult<Stream>(canSeek ? new MemoryStream(Bytes) : PipeReader.Create(new MemoryStream(Bytes)).AsStream()), Bytes.Length, CancellationToken.None);
}
