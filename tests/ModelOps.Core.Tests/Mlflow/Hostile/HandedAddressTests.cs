using System.Net;
using ModelOps.Http;
using ModelOps.Mlflow;

namespace ModelOps.Core.Tests.Mlflow.Hostile;

/// <summary>Where a server may send its callers.</summary>
public sealed class HandedAddressTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd20:ce::254")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:168.63.129.16")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("::169.254.169.254")]
    public void No_server_has_its_storage_at_a_clouds_own_services(string address)
    {
        Assert.False(StorageUrl.IsAllowed(IPAddress.Parse(address), ServerUri.Parse("https://mlflow.example")));
        Assert.False(StorageUrl.IsAllowed(IPAddress.Parse(address), ServerUri.Parse("http://127.0.0.1:5000")));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.8.8", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("10.0.0.7", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("52.218.1.1", false)]
    [InlineData("2a00::1", false)]
    public void This_machine_is_for_a_server_on_it(string address, bool isOnlyNearby)
    {
        Assert.True(StorageUrl.IsAllowed(IPAddress.Parse(address), ServerUri.Parse("http://127.0.0.1:5000")));
        Assert.Equal(!isOnlyNearby, StorageUrl.IsAllowed(IPAddress.Parse(address), ServerUri.Parse("https://mlflow.example")));
    }

    [Fact]
    public async Task A_name_is_judged_by_what_it_leads_to_when_the_connection_is_made()
    {
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "200 OK", []));
        using var transport = new HttpTransport(
            new() { Backoff = TimeSpan.Zero, Connect = new JudgedConnect(address => StorageUrl.IsAllowed(address, ServerUri.Parse("https://mlflow.example"))).ConnectAsync },
            TimeProvider.System);
        var failure = await Assert.ThrowsAsync<HttpCallException>(
            () => transport.SendAsync(new(HttpMethod.Put, new($"http://localhost:{server.Port}/x"), Repeat.Always), CancellationToken.None));

        Assert.IsType<RefusedAddressException>(failure.InnerException!.GetBaseException());
        Assert.Equal(1, failure.Tries);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task One_that_is_allowed_is_connected_to()
    {
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "200 OK", []));
        using var transport = new HttpTransport(new() { Connect = new JudgedConnect(_ => true).ConnectAsync }, TimeProvider.System);
        using var answer = await transport.SendAsync(new(HttpMethod.Put, new($"http://127.0.0.1:{server.Port}/x"), Repeat.Always), CancellationToken.None);
        Assert.True(answer.IsSuccess);
    }
}
