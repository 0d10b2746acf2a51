using System.IO.Compression;
using System.Text;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Mlflow.Hostile;

/// <summary>A file is what was listed, or a failure of the server; never a shorter one.</summary>
public sealed class DownloadTests
{
    private const string Root = "mlflow-artifacts:/1/r/artifacts";

    private static readonly byte[] Content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(number => $"{number} ")));

    public static TheoryData<string> Cuts() => ["empty", "chunked and cut", "cut", "reset", "a damaged gzip"];

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task What_was_cut_is_asked_for_again(string how)
    {
        var bad = 2;
        await using var server = new HostileServer((_, stream) => --bad >= 0 ? CutAsync(how, stream) : HostileServer.WriteAsync(stream, "200 OK", Content));
        Assert.Equal(Content, await ReadAsync(server));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task What_is_always_cut_is_a_failure_of_the_server_that_says_how_much_came(string how)
    {
        await using var server = new HostileServer((_, stream) => CutAsync(how, stream));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ReadAsync(server));

        Assert.Equal((ExitCode.RemoteFailure, "MOP2119"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains($"127.0.0.1 lists 'a.bin' with {Content.Length} bytes, and {(how == "empty" ? "0" : "")}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("asked 4 times", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_was_listed_is_not_taken()
    {
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "200 OK", [.. Content, 1]));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ReadAsync(server));
        Assert.Equal((ExitCode.GateFailed, "MOP3001"), (failure.ExitCode, failure.Diagnostics[0].Code));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public async Task A_gateway_that_compresses_is_understood(string coding)
    {
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "200 OK", Compress(Content, coding), $"Content-Encoding: {coding}\r\n"));
        Assert.Equal(Content, await ReadAsync(server));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task So_is_one_that_compresses_JSON(string coding)
    {
        var json = """{"experiment":{"experiment_id":"7","name":"e"}}"""u8.ToArray();
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "200 OK", Compress(json, coding), $"Content-Encoding: {coding}\r\n"));
        await using var catalog = await OpenAsync(server);
        Assert.Equal("7", await catalog.Tracking.FindExperimentAsync("e", CancellationToken.None));
    }

    [Fact]
    public async Task A_compressed_file_that_a_server_calls_compressed_is_left_as_it_is()
    {
        var packed = Compress(Content, "gzip");
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "200 OK", packed, "Content-Encoding: gzip\r\n"));
        Assert.Equal(packed, await ReadAsync(server, packed.Length));
    }

    [Fact]
    public async Task A_body_that_grows_without_measure_is_not_kept_and_not_asked_for_again()
    {
        var bomb = Compress(new byte[AnswerBody.MaxBytes + 1], "gzip");
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "200 OK", bomb, "Content-Encoding: gzip\r\n"));
        await using var catalog = await OpenAsync(server);
        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Tracking.FindExperimentAsync("e", CancellationToken.None));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_byte_now_and_then_is_no_transfer()
    {
        var pace = new TransferPace(new(TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)));
        var failure = Assert.Throws<ModelOpsException>(() => Enumerable.Range(0, 100).ToList().ForEach(_ => pace.Add(TimeSpan.FromSeconds(1), 1, "a.bin")));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2119"), (failure.ExitCode, failure.Diagnostics[0].Code));
    }

    [Theory]
    [InlineData("MLFLOW_HTTP_REQUEST_TIMEOUT", "comes too slowly")]
    [InlineData("MLFLOW_ARTIFACT_UPLOAD_DOWNLOAD_TIMEOUT", "did not come within 2 s")]
    public async Task A_server_that_sends_a_byte_a_second_is_given_up_once_and_for_all(string variable, string words)
    {
        await using var server = new HostileServer(async (_, stream) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Content.Length}\r\n\r\n"));
            foreach (var one in Content)
            {
                await stream.WriteAsync(new[] { one });
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        });
        await using var catalog = await MlflowFixture.OpenAsync(server.Url, new TestEnvironment { [variable] = "2", ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0" });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ReadAsync(catalog));

        Assert.Equal((ExitCode.RemoteFailure, "MOP2119"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_transfer_has_a_deadline_however_fast_it_is()
    {
        var pace = new TransferPace(new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)));
        Enumerable.Range(0, 60).ToList().ForEach(_ => pace.Add(TimeSpan.FromSeconds(1), 1 << 20, "a.bin"));
        Assert.Contains("did not come within 60 s", Assert.Throws<ModelOpsException>(() => pace.Add(TimeSpan.FromSeconds(1), 1 << 20, "a.bin")).Message, StringComparison.Ordinal);
    }

    private static async Task CutAsync(string how, Stream stream)
    {
        var half = Content[..(Content.Length / 2)];
        switch (how)
        {
            case "empty":
                await HostileServer.WriteAsync(stream, "200 OK", []);
                break;
            case "chunked and cut":
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{half.Length:x}\r\n"));
                await stream.WriteAsync(half);
                await stream.WriteAsync("\r\n0\r\n\r\n"u8.ToArray());
                break;
            case "a damaged gzip":
                var packed = Compress(Content, "gzip");
                packed[packed.Length / 2] ^= 0xFF;
                await HostileServer.WriteAsync(stream, "200 OK", packed, "Content-Encoding: gzip\r\n");
                break;
            default:
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Content.Length}\r\n\r\n"));
                await stream.WriteAsync(half);
                if (how == "reset")
                {
                    ((System.Net.Sockets.NetworkStream)stream).Socket.Close(0);
                }

                break;
        }
    }

    private static byte[] Compress(byte[] content, string codings)
    {
        foreach (var coding in codings.Split(", "))
        {
            using var packed = new MemoryStream();
            using (Stream stream = coding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                _ => new BufferedStream(packed),
            })
            {
                stream.Write(content);
                stream.Flush();
                content = coding == "identity" ? packed.ToArray() : content;
            }

            content = coding == "identity" ? content : packed.ToArray();
        }

        return content;
    }

    private static Task<ICatalog> OpenAsync(HostileServer server) => MlflowFixture.OpenAsync(server.Url, new TestEnvironment { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0" });

    private static async Task<byte[]> ReadAsync(HostileServer server, int? length = null)
    {
        await using var catalog = await OpenAsync(server);
        return await ReadAsync(catalog, length);
    }

    private static async Task<byte[]> ReadAsync(ICatalog catalog, int? length = null)
    {
        var content = new StoredContent(catalog.Artifacts, Root, [new("a.bin", length ?? Content.Length)]);
        await using var stream = await content.OpenReadAsync(content.Files[0], CancellationToken.None);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        return read.ToArray();
    }
}
