using ModelOps.Core.Gates;
using ModelOps.Core.Reporting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Testing.Reports;

/// <summary>A report in which every text from outside is the same attack.</summary>
internal static class HostileReport
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "<script>alert(1)</script><img src=x onerror=alert(2)>",
        "\" onmouseover=\"alert(1)\" style='position:fixed' x=\"",
        "]]><!-- --><svg/onload=alert(1)></style></title><style>*{display:none}</style>",
        "| a | b |\n|---|---|\n| [link](https://example.org) ![image](https://example.org/x.png) | @octocat #1 <!-- |",
        "\u001b[31mred\u001b[0m \u0007\u0000\u009b31m",
        "\u202Egnp.exe \u2066hidden\u2069 \uFEFF\u200B",
        "one\r\ntwo\u2028three\u0085four\u000bfive",
        "</details></td></table>\n\n# Passed\n```\n",
        "\uFFFF\uFFFE\uD800 lone \uDC00 &#x3C;b&#x3E; &lt;i&gt; &amp;",
        "##vso[task.complete result=Succeeded;]done ::set-output name=x::y ##[error]",
        "javascript:alert(1) https://example.org/?a=1&b=2 www.example.org mail@example.org",
    ];

    public static ReleaseReport Create(string text)
    {
        var (challenger, champion) = SamplePredictions.Binary(400);
        var metric = new NamedMetric(text);
        return new()
        {
            Title = text,
            Status = GateStatus.Failed,
            Decision = Decision.Reject,
            CreatedAt = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero),
            Facts = [new(text, text) { Link = ReportLink.Web(text) }, new("Branch", text) { Link = ReportLink.Commit(text, text) }],
            Gates = [new(text, text, GateStatus.Failed, text, text, text, text), new("metrics", text, GateStatus.Passed, text, text, text, text)],
            Comparison = new()
            {
                Plan = new() { Metric = metric, Hypothesis = Hypothesis.NonInferior, Tolerance = 0.01, Also = [new(metric, 0.1)] },
                Primary = Row(""),
                Others = [Row(""), Row(text)],
                IsShown = false, Power = 0.5, MoreRows = 10, AreIdentical = true,
            },
            Challenger = Name(challenger),
            Champion = Name(champion),
            ChampionName = text,
            Evidence = [new(text, text)],
        };

        ComparisonRow Row(string slice) => new(text, slice, 0.8, 0.81, -0.01, -0.02, 0.01, 0.2, 0.4, 400, ComparisonVerdict.NotEnoughEvidence);

        PredictionSet Name(PredictionSet set) => set with
        {
            Classes = [text, $"{text}2"],
            Slices = [.. set.Slices.Select(column => column with { Name = text, Values = [.. column.Values.Select((_, code) => $"{text}{code}")] })],
        };
    }

    private sealed class NamedMetric(string name) : IMetric
    {
        private readonly IMetric _metric = MetricCatalog.Parse("roc_auc", EvaluationTask.Binary, hasProbabilities: true);

        public string Name => name;

        public MetricDirection Direction => _metric.Direction;

        public IReadOnlyList<EvaluationTask> Tasks => _metric.Tasks;

        public bool NeedsProbabilities => _metric.NeedsProbabilities;

        public IMetricKernel Prepare(PredictionSet set) => _metric.Prepare(set);
    }
}
