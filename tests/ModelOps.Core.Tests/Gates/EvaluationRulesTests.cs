using ModelOps.Core.Evaluation;

namespace ModelOps.Core.Tests.Gates;

public sealed class EvaluationRulesTests
{
    [Theory]
    [InlineData("{task: binary, run: 'p {model} {model_uri} {data} {predictions} {metrics}', data: ../data/x.csv, directory: pipelines, columns: {label: y, probability: [q]}}")]
    [InlineData("{task: multiclass, artifact: eval/p.csv, format: jsonl, pass_environment: [STORE_TOKEN], columns: {label: y, probability: [a=pa, b=pb]}}")]
    [InlineData("{task: regression, artifact: p.csv, columns: {label: y, prediction: p, threshold: 0}}")]
    [InlineData("{task: ranking, artifact: p.csv, columns: {label: y, prediction: p, query: q, threshold: 1}}")]
    public void A_complete_section_is_read(string evaluation) => Assert.NotNull(RuleLab.Load(evaluation).Models[0].Evaluation);

    [Theory]
    [InlineData("{task: binary, columns: {label: y, prediction: p}}", "(5,24)", "exactly one of run and artifact; it has none")]
    [InlineData("{task: binary, run: p, artifact: a, columns: {label: y, prediction: p}}", "(5,24)", "it has both")]
    [InlineData("{task: binary, run: 'p | q', columns: {label: y, prediction: p}}", "(5,37)", "only a shell understands")]
    [InlineData("{task: binary, run: 'p {dat}', columns: {label: y, prediction: p}}", "(5,37)", "{dat} has no value: expected {model}, {model_uri}, {predictions}, {data}, {metrics}")]
    [InlineData("{task: binary, run: 'p {data}', columns: {label: y, prediction: p}}", "(5,37)", "evaluation has no data")]
    [InlineData("{task: binary, artifact: ../p.csv, columns: {label: y, prediction: p}}", "(5,42)", "below the run's artifacts")]
    [InlineData("{task: binary, artifact: /p.csv, columns: {label: y, prediction: p}}", "(5,42)", "below the run's artifacts")]
    [InlineData("{task: binary, run: p, data: /x.csv, columns: {label: y, prediction: p}}", "(5,46)", "no path relative to this file")]
    [InlineData("{task: binary, run: p, directory: ' ', columns: {label: y, prediction: p}}", "(5,51)", "no path relative to this file")]
    [InlineData("{task: binary, run: p, format: CSV, columns: {label: y, prediction: p}}", "(5,48)", "one of csv, jsonl, found 'CSV'")]
    [InlineData("{task: binary, run: p, pass_environment: [GITHUB_ENV], columns: {label: y, prediction: p}}", "(5,58)", "never passed")]
    [InlineData("{task: binary, run: p, pass_environment: [A-B], columns: {label: y, prediction: p}}", "(5,58)", "no name of an environment variable")]
    [InlineData("{task: binary, run: p, columns: {label: y}}", "(5,49)", "prediction, probability or both")]
    [InlineData("{task: binary, run: p, columns: {label: y, probability: [a, b]}}", "(5,73)", "one column of probabilities")]
    [InlineData("{task: regression, run: p, columns: {label: y, probability: [a]}}", "(5,53)", "needs the column of the prediction")]
    [InlineData("{task: ranking, run: p, columns: {label: y, prediction: p}}", "(5,50)", "needs the column of the query")]
    [InlineData("{task: binary, run: p, columns: {label: y, prediction: p, threshold: 1.01}}", "(5,86)", "from 0 to 1")]
    public void What_does_not_fit_together_is_refused_with_its_place(string evaluation, string place, string message)
    {
        var problem = Assert.Single(RuleLab.Problems(evaluation));

        Assert.StartsWith($"MOP0103 {place} ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_reported_at_once() =>
        Assert.Equal(4, RuleLab.Problems("{task: ranking, format: x, columns: {label: y}}").Length);

    [Fact]
    public void The_task_is_read() => Assert.Equal(EvaluationTask.Binary, RuleLab.Load(RuleLab.Binary).Models[0].Evaluation!.Task);
}
