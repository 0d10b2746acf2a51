using System.Net;
using ModelOps.Sandbox.Tests.Search;

namespace ModelOps.Sandbox.Tests.Traces;

public sealed class HostileTraceFilterTests
{
    public static TheoryData<string, string> Filters => HostileFilterTests.Filters;

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_hostile_filter_is_refused_in_time_and_the_server_goes_on(string what, string filter)
    {
        await using var lab = await TraceLab.StartAsync();

        // A bound for a machine under load; what this guards against takes minutes.
        var (status, text) = await lab.TrySearchAsync(filter).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.True(status == HttpStatusCode.BadRequest, $"{what}: {status} {text[..Math.Min(300, text.Length)]}");
        await lab.TraceAsync(1);
    }

    [Theory]
    [InlineData("tags.a RLIKE '(a+)+$'")]
    [InlineData("tags.a RLIKE '^(([a-z])+.)+[A-Z]([a-z])+$'")]
    [InlineData("tags.a RLIKE '(x+x+)+y'")]
    public async Task A_pattern_that_makes_others_slow_is_answered(string filter)
    {
        await using var lab = await TraceLab.StartAsync();
        await lab.TraceAsync(1, new { a = new string('a', 5000) + "!" });

        var (status, _) = await lab.TrySearchAsync(filter).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("tags.a RLIKE '('")]
    [InlineData("tags.a RLIKE '(?=a)b'")]
    [InlineData("tags.a RLIKE '(a{500}){500}'")]
    [InlineData("span.attributes.a RLIKE '['")]
    public async Task A_pattern_that_is_none_is_refused(string filter)
    {
        await using var lab = await TraceLab.StartAsync();

        var (status, text) = await lab.TrySearchAsync(filter);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Invalid regular expression", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_longer_than_the_database_takes_is_refused()
    {
        await using var lab = await TraceLab.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await lab.TrySearchAsync($"tags.a LIKE '{new string('a', 60_000)}'")).Status);
    }

    [Theory]
    [InlineData("tags.a = '' OR 1=1 --'")]
    [InlineData("tags.a = 'x'); DROP TABLE trace_info; --'")]
    [InlineData("span.attributes.`a' OR 1=1 --` LIKE '%'")]
    [InlineData("span.attributes.`a\"` RLIKE 'x'")]
    [InlineData("feedback.`a' OR 1=1 --` = 'x'")]
    [InlineData("metadata.`') OR 1=1 --` IS NULL")]
    public async Task What_is_written_in_a_filter_never_becomes_SQL(string filter)
    {
        await using var lab = await TraceLab.StartAsync();
        await lab.TraceAsync(1);

        var (status, _) = await lab.TrySearchAsync(filter);

        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, filter);
        Assert.Single(await lab.FindAsync(""));
    }

    [Fact]
    public async Task As_many_comparisons_as_are_taken_are_answered()
    {
        await using var lab = await TraceLab.StartAsync();
        await lab.TraceAsync(1);
        var filter = string.Join(" AND ", Enumerable.Range(0, 200).Select(number => $"tags.t{number} IS NULL"));

        Assert.Single(await lab.FindAsync(filter));
    }
}
