using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class MetricsFileTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Numbers_are_read_by_name()
    {
        var metrics = await MetricsFile.ReadAsync(_lab.Write("\uFEFF{\"profit\": -1.5e3, \"lift@10\": 2}", "m.json"), CancellationToken.None);
        Assert.Equal([("lift@10", 2.0), ("profit", -1500)], metrics.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData("{\"a\": \"1\", \"b\": 1,\n\"c\": null, \"d\": [1], \"e\": 1e999}", "MOP6003:1 MOP6003:2 MOP6003:2 MOP6003:2")]
    [InlineData("{\"\": 1}", "MOP6003:1")]
    [InlineData("[1]", "MOP6001:0")]
    [InlineData("{\"a\": NaN}", "MOP6001:1")]
    [InlineData("{\"a\": 1, \"a\": 2}", "MOP6001:1")]
    [InlineData("", "MOP6001:1")]
    public async Task Everything_else_is_refused(string text, string expected)
    {
        var path = _lab.Write(text, "m.json");
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MetricsFile.ReadAsync(path, CancellationToken.None));
        Assert.Equal(expected, string.Join(' ', failure.Diagnostics.Select(problem => $"{problem.Code}:{problem.Span!.Line}")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MetricsFile.ReadAsync(_lab.File("absent.json"), CancellationToken.None));
        Assert.Equal("MOP6001", Assert.Single(failure.Diagnostics).Code);
    }
}
