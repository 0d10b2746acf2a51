using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModelOps.Sandbox.Tests.Hosting;

public sealed class BodyBoundsTests
{
    private const string Create = "/api/2.0/mlflow/experiments/create";
    private const int MiB = 1024 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_is_too_long_is_refused(bool hasLength)
    {
        await using var lab = await SandboxLab.StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(lab, new('x', 33 * MiB), hasLength));
    }

    [Theory]
    [InlineData("[", "1,", "1]")]
    [InlineData("{\"name\":[", "{},", "{}]}")]
    public async Task A_message_of_very_many_values_is_refused_before_it_is_taken_apart(string start, string value, string end)
    {
        await using var lab = await SandboxLab.StartAsync();
        var many = new StringBuilder(start).Insert(start.Length, value, 700_000).Append(end).ToString();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(lab, many, hasLength: true));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(lab, many, hasLength: false));
    }

    [Fact]
    public async Task A_long_text_is_taken_apart_as_a_short_one()
    {
        await using var lab = await SandboxLab.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(lab, $"{{\"name\":\"long\"{new string(' ', 2 * MiB)}}}", hasLength: false));
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("-5")]
    [InlineData("FFFFFFFFFFFFFFFFF")]
    public async Task A_chunk_of_no_size_is_a_bad_request(string size)
    {
        await using var lab = await SandboxLab.StartAsync();
        var server = new Uri(lab.Uri);
        using var socket = new TcpClient(server.Host, server.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Create} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n0\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 400 ", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PostAsync(SandboxLab lab, string body, bool hasLength)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = lab.Request("POST", Create, content);
        request.Headers.TransferEncodingChunked = !hasLength;
        request.Headers.ExpectContinue = hasLength;
        using var response = await lab.Client.SendAsync(request);
        return response.StatusCode;
    }
}
