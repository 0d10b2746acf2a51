using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ModelOps.Sandbox.Tests.Traces;

public sealed class OtlpTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("deflate without a header")]
    public async Task Spans_come_packed_in_the_ways_that_a_real_server_takes(string encoding)
    {
        await using var lab = await TraceLab.StartAsync();

        using var response = await lab.SendAsync(Pack(OtlpRequest.Of(OtlpRequest.Span(1, 1)), encoding), encoding: encoding.Split(' ')[0]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([OtlpRequest.Id(1)], await lab.FindAsync(""));
    }

    [Fact]
    public async Task Both_forms_of_the_request_are_the_same_trace()
    {
        await using var lab = await TraceLab.StartAsync();
        await lab.SendSpansAsync(OtlpRequest.Span(1, 1, 0, ("k", "é\"\n")));
        const string Json =
            """
            {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"00000000000000000000000000000002","spanId":"0000000000000001","name":"span 1",
            "startTimeUnixNano":"1735689700000000000","endTimeUnixNano":1735689701000000000,"attributes":[{"key":"k","value":{"stringValue":"é\"\n"}}]}]}]}]}
            """;
        using var response = await lab.SendAsync(Encoding.UTF8.GetBytes(Json), "application/json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(await SpansAsync(lab, 1), (await SpansAsync(lab, 2)).Replace("AAAAAAAAAAAAAAAAAAAAAg==", "AAAAAAAAAAAAAAAAAAAAAQ==", StringComparison.Ordinal).Replace(OtlpRequest.Id(2), OtlpRequest.Id(1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_is_written_whole_or_not_at_all()
    {
        await using var lab = await TraceLab.StartAsync();
        await lab.SendSpansAsync(OtlpRequest.Span(1, 1));

        // The trace that is there keeps its experiment; the other one has none to be in.
        using var response = await lab.SendAsync(OtlpRequest.Of(OtlpRequest.Span(1, 2, 1), OtlpRequest.Span(2, 1)), experiment: "987654");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Single(JsonDocument.Parse(await SpansAsync(lab, 1)).RootElement.EnumerateArray());
    }

    [Fact]
    public async Task A_bomb_is_refused_without_being_unpacked()
    {
        await using var lab = await TraceLab.StartAsync();

        using var response = await lab.SendAsync(Pack(new byte[200 * 1024 * 1024], "gzip"), encoding: "gzip");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await lab.SendSpansAsync(OtlpRequest.Span(1, 1));
    }

    [Fact]
    public async Task More_values_than_any_client_sends_are_refused()
    {
        await using var lab = await TraceLab.StartAsync();
        var span = OtlpRequest.Span(1, 1);
        for (var count = 0; count <= 500_000; count++)
        {
            span.Bytes(9, []);
        }

        using var response = await lab.SendAsync(OtlpRequest.Of(span));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(90, HttpStatusCode.OK)]
    [InlineData(500, HttpStatusCode.BadRequest)]
    [InlineData(20_000, HttpStatusCode.BadRequest)]
    public async Task Values_in_values_have_a_depth(int depth, HttpStatusCode status)
    {
        await using var lab = await TraceLab.StartAsync();
        var value = new ProtoWriter().Text(1, "x");
        for (var level = 0; level < depth; level++)
        {
            value = new ProtoWriter().Message(5, new ProtoWriter().Message(1, value));
        }

        var span = OtlpRequest.Span(1, 1).Message(9, new ProtoWriter().Text(1, "deep").Message(2, value));
        using var response = await lab.SendAsync(OtlpRequest.Of(span));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_request_that_breaks_off_anywhere_is_refused_and_never_a_defect()
    {
        await using var lab = await TraceLab.StartAsync();
        var whole = OtlpRequest.Of(OtlpRequest.Span(1, 1, 0, ("key", "value"), ("mlflow.spanInputs", "{}")), OtlpRequest.Span(2, 1));
        for (var length = 0; length < whole.Length; length++)
        {
            using var response = await lab.SendAsync(whole[..length]);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        Assert.Empty(await lab.FindAsync(""));
    }

    [Fact]
    public async Task Whatever_the_bytes_are_the_server_goes_on()
    {
        await using var lab = await TraceLab.StartAsync();
        var random = new Random(7);
        var whole = OtlpRequest.Of(OtlpRequest.Span(1, 1, 0, ("key", "value")), OtlpRequest.Span(2, 1));
        for (var round = 0; round < 300; round++)
        {
            var bytes = whole.ToArray();
            for (var change = 0; change <= round % 4; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            using var response = await lab.SendAsync(bytes);
            Assert.True((int)response.StatusCode is 200 or 400 or 422, $"{response.StatusCode} for {Convert.ToHexString(bytes)}");
        }
    }

    private static async Task<string> SpansAsync(TraceLab lab, int trace) =>
        (await lab.GetAsync($"{TraceLab.Api}traces/get?trace_id={OtlpRequest.Id(trace)}")).GetProperty("trace").GetProperty("spans").GetRawText();

    private static byte[] Pack(byte[] body, string encoding)
    {
        var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => new DeflateStream(packed, CompressionLevel.Fastest),
        })
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }
}
