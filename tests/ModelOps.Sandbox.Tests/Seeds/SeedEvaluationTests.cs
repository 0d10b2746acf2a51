using ModelOps.Abstractions.Diagnostics;
using ModelOps.Sandbox.Tests.EvaluationDatasets;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Seeds;

public sealed class SeedEvaluationTests
{
    private const string Seed =
        """
        experiments:
          - name: questions
            datasets:
              - name: geography
                tags: {team: ml}
                records:
                  - inputs: {question: 'What is the capital of Italy?', limit: 3, exact: true}
                    expectations: {answer: Rome, score: 0.5, "n": "3"}
                  - inputs: {question: '1', parts: [a, 2, null]}
                    outputs: free text
            scorers:
              - {name: exact, definition: {name: exact, builtin_scorer_class: Correctness}}
            issues:
              - {name: Slow, description: Too slow, severity: high}
        """;

    [Fact]
    public async Task Datasets_scorers_and_issues_are_loaded_once()
    {
        using var directory = new TempDirectory();
        for (var start = 0; start < 2; start++)
        {
            await using var once = await StartAsync(Seed, directory.File("mlflow.db"));
        }

        await using var lab = await StartAsync(Seed, directory.File("mlflow.db"));
        var experiments = new[] { "1" };
        var found = Assert.Single((await lab.PostAsync("datasets/search", new { experiment_ids = experiments })).GetProperty("datasets").EnumerateArray());
        var records = await lab.RecordsAsync(found.GetProperty("dataset_id").GetString()!);

        Assert.Equal("{\"team\": \"ml\"}", found.GetProperty("tags").GetString());
        Assert.Equal(
            ["""{"question": "1", "parts": ["a", 2, null]}""", """{"question": "What is the capital of Italy?", "limit": 3, "exact": true}"""],
            records.Select(record => record.GetProperty("inputs").GetRawText()).Order(StringComparer.Ordinal));
        Assert.Contains(records, record => record.TryGetProperty("expectations", out var expected)
            && expected.GetRawText() == """{"answer": "Rome", "score": 0.5, "n": "3"}""");
        var scorer = Assert.Single((await lab.ReadAsync("scorers/list?experiment_id=1")).GetProperty("scorers").EnumerateArray());
        Assert.Equal(1, scorer.GetProperty("scorer_version").GetInt32());
        var issue = Assert.Single((await lab.PostAsync("issues/search", new { experiment_id = "1" })).GetProperty("issues").EnumerateArray());
        Assert.Equal("high", issue.GetProperty("severity").GetString());
    }

    [Theory]
    [InlineData("datasets: [{name: d, records: [{outputs: x}]}]", "each with 'inputs' of keys and values")]
    [InlineData("scorers: [{name: s, definition: [1]}]", "Expected keys and values for 'definition'")]
    [InlineData("scorers: [{name: s, definition: {call_source: return 1}}]", "The scorer 's' was refused: Custom scorer registration")]
    [InlineData("issues: [{name: i, description: d, status: foo}]", "Expected one of pending, rejected, resolved")]
    public async Task What_no_server_would_take_is_told(string line, string message)
    {
        using var directory = new TempDirectory();

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => StartAsync($"experiments:\n  - name: e\n    {line}\n", directory.File("mlflow.db")));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private static Task<SandboxLab> StartAsync(string seed, string store) => SandboxLab.StartAsync((options, directory) =>
    {
        File.WriteAllText(directory.File("seed.yml"), seed);
        options.SeedFile = directory.File("seed.yml");
        options.StoreFile = store;
    });
}
