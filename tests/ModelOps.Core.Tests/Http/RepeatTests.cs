using System.Net;
using System.Net.Sockets;
using ModelOps.Core.Tests.Mlflow.Hostile;
using ModelOps.Http;

namespace ModelOps.Core.Tests.Http;

/// <summary>How often a call is sent, and what is said meanwhile.</summary>
public sealed class RepeatTests
{
    [Theory]
    [InlineData(SocketError.HostNotFound, true)]
    [InlineData(SocketError.NoData, true)]
    [InlineData(SocketError.TryAgain, false)]
    public void A_name_that_nobody_knows_is_not_asked_for_again(SocketError error, bool isFinal)
    {
        var failure = new HttpRequestException(HttpRequestError.NameResolutionError, "x", new SocketException((int)error));

        Assert.Equal(isFinal, HttpFailure.IsFinal(failure));
    }

    [Fact]
    public async Task A_name_that_is_not_known_is_said()
    {
        using var transport = Transport([]);
        var failure = await Assert.ThrowsAsync<HttpCallException>(() => transport.SendAsync(Get("http://no-such-host.invalid/x"), CancellationToken.None));

        Assert.Equal(FailureKind.NameUnknown, failure.Kind);
        Assert.InRange(failure.Tries, 1, 2);
    }

    [Fact]
    public async Task A_server_that_fails_is_named_before_every_repeat()
    {
        var answers = new Queue<string>(["503 Service Unavailable", "503 Service Unavailable", "200 OK"]);
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, answers.Dequeue(), []));
        var lines = new List<string>();
        using var transport = Transport(lines);
        using var answer = await transport.SendAsync(Get(server.Url), CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["127.0.0.1 answered 503; try 2 of at most 8 in 0.0 s", "127.0.0.1 answered 503; try 3 of at most 8 in 0.0 s"], lines);
    }

    private static HttpTransport Transport(List<string> lines) => new(new() { Backoff = TimeSpan.Zero, OnRepeat = lines.Add }, TimeProvider.System);

    private static HttpCall Get(string address) => new(HttpMethod.Get, new Uri(address), Repeat.Always);
}
