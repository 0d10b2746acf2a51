namespace ModelOps.Core.Tests.Gates;

public sealed class GateRulesTests
{
    [Theory]
    [InlineData("{metadata: {tags: {owner: required, ticket: '[A-Z]+-\\d+'}, description_words: 5, model_card: docs/card.md, sections: [Use]}}")]
    [InlineData("{metadata: {model_card: 'model:card.md'}}")]
    [InlineData("{metrics: [{name: roc_auc, min: 0.5}, {name: fbeta@2, max: 1, min: 0}, {name: profit, min: 1, from: run}, {name: own, max: 1, from: file}]}")]
    [InlineData("{slices: {by: [plan, 'tenure:bins(0,6,inf)'], rules: [{metric: accuracy, max_gap: 0}]}, fairness: [{metric: recall, groups: plan, max_difference: 0}]}")]
    [InlineData("{runtime: {max_size_mb: 10}}")]
    [InlineData("{runtime: {run: 'python s.py {model}', requests: r.jsonl, max_p95_ms: 10}}")]
    [InlineData("{data: {inputs: ../x.csv, reference: r.json, max_missing: 1}}")]
    [InlineData("{verify: {required: [missing-tag], optional: [wrong-tag]}}")]
    [InlineData("{champion: {metric: roc_auc, hypothesis: non-inferior, tolerance: 0.01, method: delong, also: [{metric: log_loss, not_worse_by: 0}]}}")]
    [InlineData("{champion: {metric: accuracy, method: mcnemar, alpha: 0.4999, resamples: 100, baseline: {kind: predictions, predictions: h.csv}}}")]
    [InlineData("{champion: {enabled: false, environment: prod, baseline: {kind: none}}}")]
    public void What_can_judge_is_read(string gates) => Assert.Empty(RuleLab.Problems(RuleLab.Binary, gates));

    [Theory]
    [InlineData("{metadata: {tags: {owner: '['}}}", "MOP0103 (5,30)", "pattern of the tag 'owner'")]
    [InlineData("{metadata: {tags: {owner: ''}}}", "MOP0103 (5,30)", "the pattern is empty")]
    [InlineData("{metadata: {tags: {owner: '(a)\\1'}}}", "MOP0103 (5,30)", "pattern of the tag 'owner'")]
    [InlineData("{metadata: {tags: {owner: 'a(?=b)'}}}", "MOP0103 (5,30)", "pattern of the tag 'owner'")]
    [InlineData("{metadata: {tags: {owner: 'a)|(b'}}}", "MOP0103 (5,30)", "pattern of the tag 'owner'")]
    [InlineData("{metadata: {sections: [Use]}}", "MOP7003 (5,34)", "add model_card")]
    [InlineData("{metadata: {model_card: c.md, sections: ['**']}}", "MOP0103 (5,52)", "A heading is empty")]
    [InlineData("{metadata: {model_card: ../c.md}}", "MOP0103 (5,36)", "below the directory of this file")]
    [InlineData("{metadata: {model_card: 'model:../c.md'}}", "MOP0103 (5,36)", "below the model directory")]
    [InlineData("{metrics: [{name: roc_auc}]}", "MOP7003 (5,23)", "'roc_auc' has no limit: add min, max or both")]
    [InlineData("{metrics: [{name: roc_auc, min: 0.9, max: 0.8}]}", "MOP7003 (5,44)", "at least 0.9 and at most 0.8")]
    [InlineData("{metrics: [{name: roc_acu, min: 0.9}]}", "MOP7003 (5,30)", "Did you mean 'roc_auc'?")]
    [InlineData("{metrics: [{name: rmse, min: 0.9}]}", "MOP7003 (5,30)", "no metric of a binary task")]
    [InlineData("{metrics: [{name: ' ', min: 0.9, from: run}]}", "MOP0103 (5,30)", "needs a name")]
    [InlineData("{metrics: [{name: f1, min: 0.9}, {name: f1, max: 1}]}", "MOP7003 (5,22)", "'f1' is there twice")]
    [InlineData("{slices: {by: [], rules: [{metric: f1, min: 0.1}]}}", "MOP7003 (5,26)", "nothing to judge")]
    [InlineData("{slices: {by: [plan], rules: []}}", "MOP7003 (5,41)", "nothing to judge")]
    [InlineData("{slices: {by: ['plan:bins(5,0)'], rules: [{metric: f1, min: 0.1}]}}", "MOP0103 (5,26)", "cannot be sliced by")]
    [InlineData("{slices: {by: [''], rules: [{metric: f1, min: 0.1}]}}", "MOP0103 (5,26)", "cannot be sliced by")]
    [InlineData("{slices: {by: [plan], rules: [{metric: f1}]}}", "MOP7003 (5,51)", "add min, max or max_gap")]
    [InlineData("{slices: {by: [plan], rules: [{metric: f2, min: 0.1}]}}", "MOP7003 (5,51)", "no metric 'f2'")]
    [InlineData("{slices: {by: [plan], rules: [{metric: f1, max_gap: -0.1}]}}", "MOP0103 (5,64)", "0 or more")]
    [InlineData("{fairness: [{metric: rmse, groups: g, max_difference: 0.1}]}", "MOP7003 (5,33)", "no metric of a binary task")]
    [InlineData("{fairness: [{metric: f1, groups: g, max_difference: -0.1}]}", "MOP0103 (5,64)", "0 or more")]
    [InlineData("{fairness: [{metric: f1, groups: '', max_difference: 0.1}]}", "MOP0103 (5,45)", "cannot be sliced by")]
    [InlineData("{slices: {by: [a], rules: [{metric: f1, min: 0.1}]}, fairness: [{metric: f1, groups: 'a:bins(0,1)', max_difference: 0.1}]}", "MOP7003 (5,21)", "cut in two ways")]
    [InlineData("{runtime: {repeat: 2}}", "MOP7003 (5,22)", "nothing to judge: add max_size_mb, or run")]
    [InlineData("{runtime: {max_p95_ms: 2}}", "MOP7003 (5,35)", "cannot be measured")]
    [InlineData("{runtime: {run: p, requests: r}}", "MOP7003 (5,28)", "nothing to judge: add one of max_load_seconds")]
    [InlineData("{runtime: {run: p, max_p95_ms: 2}}", "MOP7003 (5,28)", "add requests")]
    [InlineData("{runtime: {run: 'p {data}', requests: r, max_p95_ms: 2}}", "MOP0103 (5,28)", "{data} has no value: expected {model}")]
    [InlineData("{runtime: {run: 'p >x', requests: r, max_p95_ms: 2}}", "MOP0103 (5,28)", "only a shell understands")]
    [InlineData("{runtime: {run: p, requests: /r, max_p95_ms: 2}}", "MOP0103 (5,41)", "no path relative")]
    [InlineData("{runtime: {run: p, requests: r, max_p95_ms: -2}}", "MOP0103 (5,56)", "0 or more")]
    [InlineData("{runtime: {run: p, requests: r, max_p95_ms: 2, repeat: 0}}", "MOP0103 (5,67)", "at least once")]
    [InlineData("{runtime: {run: p, requests: r, max_p95_ms: 2, repeat: 1000001}}", "MOP0103 (5,67)", "at most 1000000 times")]
    [InlineData("{runtime: {run: p, requests: r, max_p95_ms: 2, pass_environment: [GITHUB_OUTPUT]}}", "MOP0103 (5,77)", "never passed")]
    [InlineData("{data: {inputs: a, reference: b}}", "MOP7003 (5,28)", "add max_psi, max_missing or both")]
    [InlineData("{data: {inputs: a, reference: b, max_psi: -1}}", "MOP0103 (5,54)", "0 or more")]
    [InlineData("{data: {inputs: a, reference: b, max_missing: 1.1}}", "MOP0103 (5,58)", "share of the rows")]
    [InlineData("{data: {inputs: /a, reference: b, max_missing: 1}}", "MOP0103 (5,28)", "no path relative")]
    [InlineData("{verify: {required: [missing-tag], optional: [missing-tag]}}", "MOP7003 (5,57)", "'missing-tag' is under required and under optional")]
    [InlineData("{verify: {optional: [small-degredation]}}", "MOP7003 (5,32)", "Did you mean 'small-degradation'?")]
    [InlineData("{champion: {metric: rmse}}", "MOP7003 (5,32)", "no metric of a binary task")]
    [InlineData("{champion: {also: [{metric: rmse, not_worse_by: 0.1}]}}", "MOP7003 (5,40)", "no metric of a binary task")]
    [InlineData("{champion: {also: [{metric: f1, not_worse_by: -0.1}]}}", "MOP0103 (5,58)", "0 or more")]
    [InlineData("{champion: {tolerance: 0.1}}", "MOP7003 (5,35)", "accepts no loss")]
    [InlineData("{champion: {hypothesis: equivalent}}", "MOP7003 (5,36)", "needs a tolerance above 0")]
    [InlineData("{champion: {hypothesis: non-inferior, tolerance: -1}}", "MOP7003 (5,61)", "needs a tolerance above 0")]
    [InlineData("{champion: {alpha: 0}}", "MOP7003 (5,31)", "above 0 and below 0.5")]
    [InlineData("{champion: {alpha: 0.5}}", "MOP7003 (5,31)", "above 0 and below 0.5")]
    [InlineData("{champion: {resamples: 99}}", "MOP7003 (5,35)", "100 to 1000000")]
    [InlineData("{champion: {resamples: 1000001}}", "MOP7003 (5,35)", "100 to 1000000")]
    [InlineData("{champion: {resamples: 400, alpha: 0.01}}", "MOP7003 (5,35)", "at least 500")]
    [InlineData("{champion: {method: mcnemar}}", "MOP7003 (5,32)", "compares accuracy only")]
    [InlineData("{champion: {method: delong, metric: f1}}", "MOP7003 (5,32)", "roc_auc of a binary task only")]
    [InlineData("{champion: {method: delong, cluster: c}}", "MOP7003 (5,32)", "rows have clusters")]
    [InlineData("{champion: {cluster: ''}}", "MOP0103 (5,33)", "names a column")]
    [InlineData("{champion: {environment: prd}}", "MOP0105 (5,37)", "Did you mean 'prod'?")]
    [InlineData("{champion: {by_slice: true}}", "MOP7003 (5,34)", "add gates.slices")]
    [InlineData("{champion: {baseline: {kind: predictions}}}", "MOP7003 (5,34)", "go together")]
    [InlineData("{champion: {baseline: {predictions: h.csv}}}", "MOP7003 (5,48)", "go together")]
    [InlineData("{champion: {baseline: {must_beat_by: -1}}}", "MOP0103 (5,49)", "0 or more")]
    public void What_could_never_judge_is_refused_with_its_place(string gates, string start, string message)
    {
        var problem = Assert.Single(RuleLab.Problems(RuleLab.Binary, gates));

        Assert.StartsWith(start + " ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{metrics: [{name: roc_auc, min: 0.5}]}")]
    [InlineData("{slices: {by: [plan], rules: [{metric: f1, min: 0.1}]}}")]
    [InlineData("{fairness: [{metric: f1, groups: g, max_difference: 0.1}]}")]
    public void Predictions_cannot_be_judged_without_evaluation(string gates) =>
        Assert.Contains("the model has none: add evaluation", Assert.Single(RuleLab.Problems(null, gates)), StringComparison.Ordinal);

    [Fact]
    public void A_metric_of_probabilities_needs_a_column_of_them() => Assert.Contains(
        "needs probabilities",
        Assert.Single(RuleLab.Problems("{task: binary, run: p, columns: {label: y, prediction: p}}", "{metrics: [{name: roc_auc, min: 0.5}]}")),
        StringComparison.Ordinal);

    [Fact]
    public void A_file_of_metrics_must_be_written_by_somebody() => Assert.Contains(
        "Nobody writes a file of metrics",
        Assert.Single(RuleLab.Problems("{task: binary, artifact: p.csv, columns: {label: y, prediction: p}}", "{metrics: [{name: own, min: 0.5, from: file}]}")),
        StringComparison.Ordinal);

    [Fact]
    public void A_metric_of_the_run_needs_no_evaluation() => Assert.Empty(RuleLab.Problems(null, "{metrics: [{name: own, min: 0.5, from: run}]}"));

    [Fact]
    public void All_problems_are_reported_at_once() => Assert.Equal(
        4, RuleLab.Problems(RuleLab.Binary, "{metrics: [{name: x, min: 1}, {name: f1}], data: {inputs: /a, reference: b}}").Length);
}
