using System.Net;
using System.Text.Json.Nodes;
using ModelOps.Sandbox.Tests.Runs;

namespace ModelOps.Sandbox.Tests.Search;

public sealed class HostileFilterTests
{
    private const int Megabyte = 1 << 20;

    public static TheoryData<string, string> Filters => new()
    {
        { "one megabyte of a word", new('a', Megabyte) },
        { "one megabyte of spaces", new(' ', Megabyte) },
        { "one megabyte of brackets that open", new('(', Megabyte) },
        { "nested brackets", new string('(', 100_000) + "name = 'a'" + new string(')', 100_000) },
        { "brackets of a list", "run_id IN " + new string('(', 100_000) + "'a'" + new string(')', 100_000) },
        { "one megabyte of quotes", new('\'', Megabyte + 1) },
        { "one megabyte of backticks", new('`', Megabyte + 1) },
        { "a quote that never ends", "tags.a = '" + new string('a', Megabyte) },
        { "many comparisons", string.Join(" AND ", Enumerable.Repeat("tags.a = 'b'", 40_000)) },
        { "comparisons without end", string.Concat(Enumerable.Repeat("a = ", 100_000)) },
        { "many words", string.Concat(Enumerable.Repeat("AND ", 200_000)) + "OR" },
        { "many statements", string.Concat(Enumerable.Repeat("tags.a = 'b'; ", 50_000)) },
        { "many commas", "run_id IN ('a'" + new string(',', 500_000) + ")" },
        { "comments", string.Concat(Enumerable.Repeat("/*", 300_000)) },
        { "dashes", new string('-', Megabyte) },
        { "periods", new string('.', Megabyte) },
        { "escapes", "tags.a = '" + new string('\\', Megabyte) },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_hostile_filter_is_refused_in_time_and_the_server_goes_on(string what, string filter)
    {
        await using var server = await TrackingServer.StartAsync();
        var search = server.TryPostAsync("runs/search", new() { ["experiment_ids"] = new JsonArray("0"), ["filter"] = filter });

        // A bound for a machine under load; what this guards against takes minutes.
        var (status, answer) = await search.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.True(status == HttpStatusCode.BadRequest, $"{what}: {status}");
        Assert.Equal("INVALID_PARAMETER_VALUE", answer.GetProperty("error_code").GetString());
        Assert.NotEmpty(answer.GetProperty("message").GetString()!);
        await server.CreateRunAsync();
    }

    [Fact]
    public async Task As_many_comparisons_as_are_taken_are_answered()
    {
        await using var server = await TrackingServer.StartAsync();
        var filter = string.Join(" AND ", Enumerable.Range(0, 400).Select(number => $"tags.t{number} IS NULL AND params.p LIKE '%'").Take(200));
        await server.CreateRunAsync();

        var page = await server.PostAsync("runs/search", new() { ["experiment_ids"] = new JsonArray("0"), ["filter"] = filter });

        Assert.False(page.TryGetProperty("runs", out _));
    }
}
