using System.Text.Json;
using System.Xml.Linq;

namespace ModelOps.Integration.Tests.Testing;

/// <summary>The sample's tests, run by the built command with real pytest and dotnet test.</summary>
public sealed class SampleSuiteTests
{
    [PytestFact]
    public async Task All_pipelines_of_the_sample_pass_against_a_sandbox()
    {
        using var lab = new SampleLab();

        var report = await lab.ResultAsync(0, "test", "--model", "diabetes");

        var result = report.GetProperty("result");
        Assert.Equal(
            ["unit/python passed", "integration/features passed", "integration/training passed", "integration/inference passed", "integration/monitoring passed", "integration/catalog passed"],
            Stages(result));
        Assert.Equal(result.GetProperty("total").GetInt32(), result.GetProperty("passed").GetInt32());
        Assert.StartsWith("sandbox at http://127.0.0.1:", result.GetProperty("catalog").GetString(), StringComparison.Ordinal);
        Assert.All(result.GetProperty("stages").EnumerateArray(), stage => Assert.True(stage.GetProperty("passed").GetInt32() > 0));
        var junit = XDocument.Load(result.GetProperty("junit").GetString()!);
        Assert.Equal(result.GetProperty("total").GetInt32(), junit.Descendants("testcase").Count());
        Assert.False(Path.Exists(lab.File(".modelops/staging.db")), "the tests have touched the environment itself");
    }

    [PytestFact]
    public async Task A_broken_assertion_fails_the_suite_and_is_shown_where_it_is()
    {
        using var lab = new SampleLab();
        lab.Replace("tests/unit/test_ridge.py", "pytest.approx([2, -5])", "pytest.approx([2, -6])");
        var line = Array.FindIndex(await File.ReadAllLinesAsync(lab.File("tests/unit/test_ridge.py")), text => text.Contains("-6", StringComparison.Ordinal)) + 1;
        lab.Environment["GITHUB_ACTIONS"] = "true";
        lab.Environment["GITHUB_STEP_SUMMARY"] = lab.File("summary.md");
        lab.Environment["GITHUB_OUTPUT"] = lab.File("outputs");

        var run = await lab.RunAsync("test", "--model", "diabetes", "--suite", "unit");

        Assert.True(run.ExitCode == 3, run.Output + run.Error);
        Assert.Matches($@"::error file=[^,\n]*/tests/unit/test_ridge\.py,line={line}[^:]*::.*test_without_penalty_a_straight_line_is_found", run.Output);
        var summary = (await File.ReadAllTextAsync(lab.File("summary.md"))).Replace("\\", "", StringComparison.Ordinal);
        Assert.Contains($"| tests/unit/test_ridge.py | {line} |", summary, StringComparison.Ordinal);
        Assert.Matches("failed<<.*\n1\n", await File.ReadAllTextAsync(lab.File("outputs")));
        var failure = Assert.Single(XDocument.Load(lab.File(".modelops/tests/junit.xml")).Descendants("failure"));
        Assert.Contains("test_without_penalty", failure.Parent!.Attribute("name")!.Value, StringComparison.Ordinal);
    }

    [PytestFact]
    public async Task A_suite_that_runs_no_test_could_not_run()
    {
        using var lab = new SampleLab();
        lab.Replace("modelops.yml", "pytest -q tests/unit", "pytest -q tests/unit -k nobody_wrote_this");

        var report = await lab.ResultAsync(9, "test", "--model", "diabetes", "--suite", "unit");

        Assert.Equal(["unit/python could not run"], Stages(report.GetProperty("result")));
        Assert.Contains("ran no test", report.GetProperty("diagnostics")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [PytestFact]
    public async Task A_stage_runs_alone_on_the_fraction_that_the_call_asks_for()
    {
        using var lab = new SampleLab();

        var report = await lab.ResultAsync(0, "test", "--model", "diabetes", "--suite", "integration", "--stage", "inference", "--sample", "0.05");

        Assert.Equal(["integration/inference passed"], Stages(report.GetProperty("result")));
    }

    internal static IEnumerable<string> Stages(JsonElement result) => result.GetProperty("stages").EnumerateArray()
        .Select(stage => $"{stage.GetProperty("suite").GetString()}/{stage.GetProperty("stage").GetString()} {stage.GetProperty("status").GetString()}");
}
