using System.Text;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Tests.Mlflow.Hostile;

/// <summary>Who answers within an upload and closes has answered: that is what is read, not the reset that follows.</summary>
public sealed class RefusedUploadTests
{
    private const int Small = 300_000;
    private const int Large = 40_000_000;

    [Theory]
    [InlineData(Small, 0)]
    [InlineData(Large, 0)]
    [InlineData(Small, 1000)]
    [InlineData(Large, 200_000)]
    public async Task A_body_that_is_too_large_is_refused_once_with_its_status(int length, int readBefore)
    {
        await using var server = Answering("413 Request Entity Too Large", readBefore);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => UploadAsync(server, length));

        Assert.Equal((ExitCode.RemoteFailure, "MOP2118"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains("answered 413", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("403 Forbidden", "MOP2115", 1)]
    [InlineData("507 Insufficient Storage", "MOP2003", 1)]
    [InlineData("503 Service Unavailable", "MOP2003", 3)]
    public async Task So_is_any_other_refusal_and_it_is_repeated_only_where_that_may_help(string status, string code, int tries)
    {
        await using var server = Answering(status, readBefore: 200_000);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => UploadAsync(server, Large));

        Assert.Equal(code, failure.Diagnostics[0].Code);
        Assert.Contains($"answered {status[..3]}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(tries, server.Requests.Count);
    }

    [Fact]
    public async Task A_file_that_was_not_sent_to_its_end_is_not_taken_for_stored()
    {
        await using var server = Answering("200 OK", readBefore: 200_000);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => UploadAsync(server, Large));

        Assert.Equal("MOP2112", failure.Diagnostics[0].Code);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task What_is_not_sent_any_more_is_not_read_either()
    {
        await using var server = Answering("413 Request Entity Too Large", readBefore: 200_000);
        using var source = new CountedStream(Large * 10L);
        await Assert.ThrowsAsync<ModelOpsException>(() => UploadAsync(server, source));
        Assert.InRange(source.Position, 1, Large * 5L);
    }

    private static HostileServer Answering(string status, int readBefore) => new(async (_, stream) =>
    {
        await stream.ReadExactlyAsync(new byte[readBefore]);
        await HostileServer.WriteAsync(stream, status, Encoding.UTF8.GetBytes("no"));
    })
    {
        ReadsBody = false,
    };

    private static async Task UploadAsync(HostileServer server, long length)
    {
        await using var source = new CountedStream(length);
        await UploadAsync(server, source);
    }

    private static async Task UploadAsync(HostileServer server, CountedStream source)
    {
        await using var catalog = await MlflowFixture.OpenAsync(server.Url, new() { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0", ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "2" });
        await catalog.Artifacts.UploadAsync("mlflow-artifacts:/1/r/artifacts", "a.bin", _ => Task.FromResult<Stream>(source.Begin()), source.Length, CancellationToken.None);
    }
}
