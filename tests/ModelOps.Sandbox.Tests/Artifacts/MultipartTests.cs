using System.Net;
using System.Text.Json;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Artifacts;

public sealed class MultipartTests
{
    private const string Calls = "/api/2.0/mlflow-artifacts/mpu/";

    [Theory]
    [InlineData(new[] { 1, 2, 3 })]
    [InlineData(new[] { 3, 2, 1 })]
    [InlineData(new[] { 2, 3, 1 })]
    public async Task Parts_become_the_file_whatever_their_order(int[] order)
    {
        await using var lab = await SandboxLab.StartAsync((options, _) => options.Multipart = true);
        string[] parts = [new('a', 70_000), new('b', 70_000), new('c', 10)];
        var (id, urls) = await BeginAsync(lab, 3);
        var etags = new Dictionary<int, string>();
        foreach (var number in order)
        {
            etags[number] = await PutPartAsync(lab, urls[number - 1], parts[number - 1]);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await lab.GetAsync("1/big/file.bin")).StatusCode);
        await CompleteAsync(lab, id, etags);

        Assert.Equal(string.Concat(parts), await (await lab.GetAsync("1/big/file.bin")).Content.ReadAsStringAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(lab.Partials));
    }

    [Fact]
    public async Task Parts_of_any_size_and_parts_sent_twice_become_the_file()
    {
        await using var lab = await SandboxLab.StartAsync((options, _) => options.Multipart = true);
        var (id, urls) = await BeginAsync(lab, 3);
        await PutPartAsync(lab, urls[0], "wrong");
        var etags = new Dictionary<int, string>
        {
            [1] = await PutPartAsync(lab, urls[0], "12345"),
            [2] = await PutPartAsync(lab, urls[1], "678"),
            [3] = await PutPartAsync(lab, urls[2], "9abcdefgh"),
        };

        await CompleteAsync(lab, id, etags);

        Assert.Equal("123456789abcdefgh", await (await lab.GetAsync("1/big/file.bin")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_upload_cannot_be_completed_with_a_part_missing_and_leaves_nothing_when_it_is_aborted()
    {
        await using var lab = await SandboxLab.StartAsync((options, _) => options.Multipart = true);
        var (id, urls) = await BeginAsync(lab, 2);
        var etag = await PutPartAsync(lab, urls[0], "12345");

        using var incomplete = await SendAsync(lab, "complete", new { path = "file.bin", upload_id = id, parts = new[] { new { part_number = 2, etag } } });
        Assert.Equal(HttpStatusCode.BadRequest, incomplete.StatusCode);
        using var aborted = await SendAsync(lab, "abort", new { path = "file.bin", upload_id = id });
        Assert.Equal(HttpStatusCode.OK, aborted.StatusCode);

        Assert.Empty(Directory.EnumerateFileSystemEntries(lab.Partials));
        using var late = await lab.Client.PutAsync(urls[1], new StringContent("67"));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task A_part_needs_the_token_of_its_upload()
    {
        await using var lab = await SandboxLab.StartAsync((options, _) => options.Multipart = true);
        var (_, urls) = await BeginAsync(lab, 1);
        var parts = urls[0].Split('/');
        parts[^2] = new string('0', parts[^2].Length);

        using var refused = await lab.Client.PutAsync(string.Join('/', parts), new StringContent("x"));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static async Task<(string Id, string[] Urls)> BeginAsync(SandboxLab lab, int count)
    {
        var ticket = await lab.CallAsync("POST", Calls + "create/1/big", JsonSerializer.Serialize(new { path = "/home/x/file.bin", num_parts = count }));
        var urls = ticket.GetProperty("credentials").EnumerateArray().Select(credential => credential.GetProperty("url").GetString()!);
        return (ticket.GetProperty("upload_id").GetString()!, [.. urls]);
    }

    private static async Task<string> PutPartAsync(SandboxLab lab, string url, string text)
    {
        using var response = await lab.Client.PutAsync(url, new StringContent(text));
        response.EnsureSuccessStatusCode();
        return response.Headers.ETag!.ToString();
    }

    private static async Task CompleteAsync(SandboxLab lab, string id, Dictionary<int, string> etags)
    {
        var parts = etags.OrderBy(part => part.Key).Select(part => new { part_number = part.Key, etag = part.Value });
        using var response = await SendAsync(lab, "complete", new { path = "file.bin", upload_id = id, parts });
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(SandboxLab lab, string call, object request) => lab.SendAsync(
        "POST", $"{Calls}{call}/1/big", new StringContent(JsonSerializer.Serialize(request), System.Text.Encoding.UTF8, "application/json"));
}
