using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates;

public sealed class EvaluationRulesTests
{
    [Theory]
    [InlineData("{task: binary, run: 'p {model} {data} {predictions} {metrics}', data: ../data/x.csv, directory: pipelines, columns: {label: y, probability: [q]}}")]
    [InlineData("{task: multiclass, artifact: eval/p.csv, format: jsonl, pass_environment: [STORE_TOKEN], columns: {label: y, probability: [a=pa, b=pb]}}")]
    [InlineData("{task: regression, artifact: p.csv, columns: {label: y, prediction: p, threshold: 0}}")]
    [InlineData("{task: ranking, artifact: p.csv, columns: {label: y, prediction: p, query: q, threshold: 1}}")]
    [InlineData("{task: binary, artifact: p.csv, columns: {label: y, probability: [yes=q, no=r]}}")]
    [InlineData("{task: binary, columns: {label: y, prediction: p}}")]
    public void A_complete_section_is_read(string evaluation) => Assert.NotNull(RuleLab.Load(evaluation).Models[0].Evaluation);

    [Theory]
    [InlineData("{task: binary, run: p, artifact: a, columns: {label: y, prediction: p}}", "(4,50)", "both run and artifact")]
    [InlineData("{task: binary, run: 'p | q', columns: {label: y, prediction: p}}", "(4,37)", "only a shell understands")]
    [InlineData("{task: binary, run: 'p {dat}', columns: {label: y, prediction: p}}", "(4,37)", "{dat} has no value: expected {model}, {predictions}, {data}, {metrics}")]
    [InlineData("{task: binary, run: 'p {data}', columns: {label: y, prediction: p}}", "(4,37)", "evaluation has no data")]
    [InlineData("{task: binary, artifact: ../p.csv, columns: {label: y, prediction: p}}", "(4,42)", "below the run's artifacts")]
    [InlineData("{task: binary, artifact: /p.csv, columns: {label: y, prediction: p}}", "(4,42)", "below the run's artifacts")]
    [InlineData("{task: binary, run: p, data: /x.csv, columns: {label: y, prediction: p}}", "(4,46)", "no path relative to this file")]
    [InlineData("{task: binary, run: p, directory: ' ', columns: {label: y, prediction: p}}", "(4,51)", "no path relative to this file")]
    [InlineData("{task: binary, run: p, format: CSV, columns: {label: y, prediction: p}}", "(4,48)", "one of csv, jsonl, found 'CSV'")]
    [InlineData("{task: binary, run: p, pass_environment: [GITHUB_ENV], columns: {label: y, prediction: p}}", "(4,58)", "never passed")]
    [InlineData("{task: binary, run: p, pass_environment: [A-B], columns: {label: y, prediction: p}}", "(4,58)", "no name of an environment variable")]
    [InlineData("{task: binary, run: p, columns: {label: y}}", "(4,49)", "'prediction' or 'probability' is required")]
    [InlineData("{task: binary, run: p, columns: {label: y, probability: [a, b]}}", "(4,73)", "one column of probabilities")]
    [InlineData("{task: multiclass, run: p, columns: {label: y, probability: [a=b, c]}}", "(4,77)", "Some columns of 'probability' name their class")]
    [InlineData("{task: multiclass, run: p, columns: {label: y, prediction: p, positive: 1}}", "(4,89)", "'positive' is for binary tasks")]
    [InlineData("{task: regression, run: p, columns: {label: y, prediction: p, probability: [a]}}", "(4,92)", "'probability' is for tasks with classes")]
    [InlineData("{task: ranking, run: p, columns: {label: y, prediction: p}}", "(4,50)", "'query' is required for a ranking task")]
    [InlineData("{task: binary, run: p, columns: {label: y, prediction: p, threshold: 1.01}}", "(4,86)", "from 0 to 1")]
    public void What_does_not_fit_together_is_refused_with_its_place(string evaluation, string place, string message)
    {
        var problem = Assert.Single(RuleLab.Problems(evaluation));

        Assert.StartsWith($"MOP0103 {place} ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_reported_at_once() =>
        Assert.Equal(3, RuleLab.Problems("{task: ranking, format: x, columns: {label: y}}").Length);

    [Fact]
    public void The_task_is_read() => Assert.Equal(EvaluationTask.Binary, RuleLab.Load(RuleLab.Binary).Models[0].Evaluation!.Task);
}
