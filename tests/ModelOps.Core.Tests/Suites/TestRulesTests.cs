using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Rules;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Suites;

public sealed class TestRulesTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_complete_section_is_read()
    {
        var stage = Load("""
            - name: features
              run: pytest -q -k '{filter}' --junitxml={results} --sample {sample}
              directory: pipelines
              sample: 0.02
              timeout: 20m
              parameters: {filter: "a and b"}
              pass_environment: [FEATURE_STORE_TOKEN]
            - name: training
              entry_point: train
              parameters: {fraction: "{sample}"}
            """).Models[0].Tests.Integration;

        Assert.Equal(["features", "training"], stage.Select(section => section.Name));
        Assert.Equal(("0.02", "a and b", "20m"), (stage[0].Sample, stage[0].Parameters["filter"], stage[0].Timeout.ToString()));
    }

    [Theory]
    [InlineData("{name: a}", "(6,18)", "needs exactly one of run and entry_point; it has none")]
    [InlineData("{name: a, run: b, entry_point: c}", "(6,18)", "it has both")]
    [InlineData("{name: 'a/b', run: b}", "(6,18)", "'a/b' cannot name a stage")]
    [InlineData("{name: '..', run: b}", "(6,18)", "cannot name a stage")]
    [InlineData("{name: \"a\\n\", run: b}", "(6,18)", "cannot name a stage")]
    [InlineData("{name: a, run: b, sample: 0}", "(6,37)", "found '0'")]
    [InlineData("{name: a, run: b, sample: 1.5}", "(6,37)", "found '1.5'")]
    [InlineData("{name: a, run: b, sample: 1e-3}", "(6,37)", "found '1e-3'")]
    [InlineData("{name: a, run: b, sample: 'NaN'}", "(6,37)", "found 'NaN'")]
    [InlineData("{name: a, run: b, sample: '0,5'}", "(6,37)", "found '0,5'")]
    [InlineData("{name: a, run: 'b && c'}", "(6,26)", "only a shell understands")]
    [InlineData("{name: a, run: ''}", "(6,26)", "names no program")]
    [InlineData("{name: a, run: 'b {alpha}'}", "(6,26)", "{alpha} has no value")]
    [InlineData("{name: a, run: b, parameters: {alpha: '1'}}", "(6,41)", "no placeholder {alpha}")]
    [InlineData("{name: a, run: 'b {sample}', parameters: {sample: '1'}}", "(6,52)", "'sample' cannot name a parameter")]
    [InlineData("{name: a, run: b, results: ../x.xml}", "(6,38)", "relative path below")]
    [InlineData("{name: a, run: b, results: /etc/x.xml}", "(6,38)", "relative path below")]
    [InlineData("{name: a, entry_point: b, results: x.xml}", "(6,46)", "results goes with run")]
    [InlineData("{name: a, run: b, pass_environment: ['A B']}", "(6,47)", "no name of an environment variable")]
    [InlineData("{name: a, run: b, pass_environment: [GITHUB_ENV]}", "(6,47)", "never passed")]
    public void What_does_not_fit_together_is_refused_with_its_place(string stage, string place, string message)
    {
        var failure = Assert.Throws<ModelOpsException>(() => Load($"- {stage}"));

        var problem = Assert.Single(failure.Diagnostics);
        Assert.Equal("MOP0103", problem.Code);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, $"({problem.Span!.Line},{problem.Span.Column})");
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var failure = Assert.Throws<ModelOpsException>(() => Load("- {name: a, run: 'b {x}', sample: 2}\n- {name: A, run: c}\n- {name: b}"));

        Assert.Equal([6, 6, 7, 8], failure.Diagnostics.Select(problem => problem.Span!.Line));
    }

    private ToolkitConfiguration Load(string stages)
    {
        var file = _directory.File("modelops.yml");
        var indented = string.Concat(stages.ReplaceLineEndings("\n").Split('\n').Select(line => $"        {line}\n"));
        File.WriteAllText(file, $"models:\n  - name: churn\n    path: models/churn\n    tests:\n      integration:\n{indented}version: 1\n");
        return ConfigurationLoader.Load(file);
    }
}
