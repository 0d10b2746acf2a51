using ModelOps.Abstractions.Diagnostics;
using ModelOps.Mlflow;

namespace ModelOps.Core.Tests.Mlflow.Hostile;

/// <summary>A search has an end, and reads no page before somebody wants what is on it.</summary>
public sealed class SearchLimitTests
{
    [Fact]
    public async Task Answers_have_a_limit_of_bytes()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => CountAsync(bytes: 2_000_000, perPage: 1));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2120"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains("256 MiB", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_of_items()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => CountAsync(bytes: 1, perPage: 1000));
        Assert.Contains($"{SearchBudget.MaxItems} items", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_read_when_they_are_wanted()
    {
        var asked = 0;
        var first = await Pages.ReadAsync((_, _) => PageAsync(++asked, 10), CancellationToken.None).Take(10).CountAsync();
        Assert.Equal((10, 1), (first, asked));
    }

    [Fact]
    public async Task The_bytes_of_a_servers_answers_count()
    {
        var tags = string.Concat(Enumerable.Repeat("""{"key":"a","value":"b"},""", 150_000)).TrimEnd(',');
        var number = 0;
        await using var server = new HostileServer(_ => $$"""{"runs":[{"info":{"run_id":"r","experiment_id":"1"},"data":{"tags":[{{tags}}]} }],"next_page_token":"t{{number++}}"}""");
        await using var catalog = await MlflowFixture.OpenAsync(server.Url, []);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(async () => await catalog.Tracking.ListRunsAsync("1", null, CancellationToken.None).CountAsync());

        Assert.Equal("MOP2120", failure.Diagnostics[0].Code);
        Assert.InRange(server.Requests.Count, 10, 100);
    }

    private static async Task<int> CountAsync(int bytes, int perPage)
    {
        var asked = 0;
        return await Pages.ReadAsync(
            (_, budget) =>
            {
                budget.AddBytes(bytes);
                return PageAsync(++asked, perPage);
            },
            CancellationToken.None).CountAsync();
    }

    private static Task<(IReadOnlyList<string>? Items, string? NextToken)> PageAsync(int number, int items) =>
        Task.FromResult<(IReadOnlyList<string>?, string?)>(([.. Enumerable.Repeat("x", items)], $"token {number}"));
}
