using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Suites.Results;
using ModelOps.Core.Verbs.Test;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Suites;

/// <summary>The verb <c>test</c> with real commands: python3 and sh.</summary>
public sealed class TestVerbTests : IDisposable
{
    private const string Passing = "<testcase classname=\"m\" name=\"a\" time=\"0.5\"/><testcase classname=\"m\" name=\"b\" time=\"1.5\"/>";

    private const string Failing =
        "<testcase name=\"a\"/><testcase classname=\"m\" name=\"bad\"><failure message=\"1 is not 2\">features.py:3: AssertionError</failure></testcase><testcase name=\"s\"><skipped/></testcase>";

    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task Stages_run_in_order_and_their_tests_are_counted()
    {
        _lab.Configure([_lab.Stage("features", Passing), _lab.Stage("inference", "<testcase name=\"c\" time=\"1\"/><testcase name=\"d\"><skipped/></testcase>")]);

        var report = await _lab.RunAsync();
        var result = TestLab.Result(report);

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal((4, 3, 0, 1), (result.Total, result.Passed, result.Failed, result.Skipped));
        Assert.Equal("unit/features passed, unit/inference passed", TestLab.Statuses(report));
        Assert.Equal([("unit/features", "m.b", 1.5), ("unit/inference", "c", 1.0), ("unit/features", "m.a", 0.5)], result.SlowestTests.Select(row => (row.Stage, row.Test, row.Seconds)));
        Assert.True(result.Seconds > 0);
        Assert.Null(result.Catalog);
        Assert.Equal(_lab.File(".modelops/tests/junit.xml"), result.Junit);
        Assert.Equal((3, 0, 1), Counts(ResultFile.Read(result.Junit!, CancellationToken.None)));
        Assert.Equal(["running features", "running inference"], _lab.Host.Relayed.Where(line => line.StartsWith("running", StringComparison.Ordinal)));
        Assert.Equal("4", _lab.Host.Outputs["total"]);
        Assert.Contains("| unit | features | passed | 2 | 0 | 0 |", Assert.Single(_lab.Host.Summaries), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_failing_test_is_a_finding_with_its_place_and_ends_its_suite()
    {
        _lab.Configure([_lab.Stage("features", Failing, exitCode: 1), _lab.Stage("inference", Passing)]);

        var report = await _lab.RunAsync();

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Equal("unit/features failed, unit/inference not run", TestLab.Statuses(report));
        var finding = Assert.Single(report.Diagnostics);
        Assert.Equal(("MOP5002", "unit/features: m.bad failed: 1 is not 2"), (finding.Code, finding.Message));
        Assert.Equal(new SourceSpan(_lab.File("features.py"), 3), finding.Span);
        Assert.Equal(new FailedTestRow("unit/features", "m.bad", "1 is not 2", "features.py", 3), Assert.Single(TestLab.Result(report).FailedTests));
        Assert.Equal((1, 1, 2), Counts(ResultFile.Read(TestLab.Result(report).Junit!, CancellationToken.None)));
    }

    [UnixFact]
    public async Task Later_stages_run_when_they_are_asked_to()
    {
        _lab.Configure([_lab.Stage("features", Failing, exitCode: 1), _lab.Stage("inference", Passing)]);

        var report = await _lab.RunAsync(("KeepGoing", "true"));

        Assert.Equal((ExitCode.GateFailed, "unit/features failed, unit/inference passed"), (report.ExitCode, TestLab.Statuses(report)));
    }

    [UnixFact]
    public async Task A_failing_test_fails_the_stage_whatever_the_exit_code_says()
    {
        _lab.Configure([_lab.Stage("features", Failing, exitCode: 0)]);

        Assert.Equal(ExitCode.GateFailed, (await _lab.RunAsync()).ExitCode);
    }

    [UnixFact]
    public async Task A_command_that_fails_although_its_tests_pass_fails()
    {
        _lab.Configure([_lab.Stage("features", Passing, exitCode: 4)]);

        var report = await _lab.RunAsync();

        Assert.Equal((ExitCode.GateFailed, "MOP5003", "unit/features failed"), (report.ExitCode, TestLab.Codes(report), TestLab.Statuses(report)));
        Assert.Contains("exit code 4", report.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_stage_that_runs_out_of_time_fails_and_its_partial_results_count()
    {
        _lab.Write("slow.sh", "echo \"<testsuite><testcase name='a'/></testsuite>\" > \"$1\"; sleep 100 & sleep 100");
        _lab.Configure(["{name: slow, run: 'sh slow.sh {results}', timeout: 1s}"]);

        var report = await _lab.RunAsync();

        Assert.Equal((ExitCode.GateFailed, "MOP5004", "unit/slow failed"), (report.ExitCode, TestLab.Codes(report), TestLab.Statuses(report)));
        Assert.Equal(1, TestLab.Result(report).Passed);
    }

    [UnixFact]
    public async Task Half_a_file_of_a_stage_that_ran_out_of_time_is_not_its_problem()
    {
        _lab.Write("slow.sh", "echo '<testsuite><testcase' > \"$1\"; sleep 100");
        _lab.Configure(["{name: slow, run: 'sh slow.sh {results}', timeout: 1s}"]);

        var report = await _lab.RunAsync();

        Assert.Equal((ExitCode.GateFailed, "MOP5004"), (report.ExitCode, TestLab.Codes(report)));
    }

    [UnixTheory]
    [InlineData("echo '<testsuites/>' > \"$1\"", "MOP5005")]
    [InlineData("echo '<testsuites/>' > \"$1\"; exit 5", "MOP5005")]
    [InlineData("echo '<testsuite><testcase name=\"a\"><skipped/></testcase></testsuite>' > \"$1\"", "MOP5005")]
    [InlineData("true", "MOP5005")]
    [InlineData("exit 4", "MOP5005")]
    [InlineData("echo '<html/>' > \"$1\"", "MOP5006")]
    [InlineData("echo 'no results' > \"$1\"; exit 1", "MOP5006")]
    [InlineData("mkdir \"$1\"; exit 1", "MOP5005")]
    public async Task What_ran_no_test_or_left_no_results_could_not_run(string script, string code)
    {
        _lab.Write("run.sh", script);
        _lab.Configure(["{name: odd, run: 'sh run.sh {results}'}"]);

        var report = await _lab.RunAsync();

        Assert.Equal((ExitCode.CouldNotRun, code, "unit/odd could not run"), (report.ExitCode, TestLab.Codes(report), TestLab.Statuses(report)));
    }

    [UnixFact]
    public async Task A_program_that_is_not_there_could_not_run()
    {
        _lab.Configure(["{name: odd, run: 'no-such-program {results}'}"]);

        var report = await _lab.RunAsync();

        Assert.Equal((ExitCode.CouldNotRun, "MOP5001"), (report.ExitCode, TestLab.Codes(report)));
    }

    [UnixFact]
    public async Task A_suite_whose_commands_write_no_results_could_not_run()
    {
        _lab.Configure(["{name: quiet, run: 'true'}", "{name: silent, run: 'true'}"]);
        Assert.Equal((ExitCode.CouldNotRun, "MOP5005"), await EndAsync());

        _lab.Configure(["{name: quiet, run: 'true'}", _lab.Stage("tests", Passing)]);
        Assert.Equal((ExitCode.Ok, ""), await EndAsync());
    }

    [UnixFact]
    public async Task What_could_not_run_outweighs_a_failed_test()
    {
        _lab.Configure([_lab.Stage("features", Failing, exitCode: 1), "{name: odd, run: 'true {results}'}"]);

        Assert.Equal((ExitCode.CouldNotRun, "MOP5002 MOP5005"), await EndAsync(("KeepGoing", "true")));
    }

    [UnixFact]
    public async Task Results_of_an_earlier_run_do_not_count()
    {
        _lab.Write("build/unit.xml", "<testsuite><testcase name='old'/></testsuite>");
        _lab.Configure(["{name: odd, run: 'true', results: build/unit.xml}"]);

        Assert.Equal((ExitCode.CouldNotRun, "MOP5005"), await EndAsync());
    }

    [UnixFact]
    public async Task Results_are_read_from_where_the_command_puts_them()
    {
        File.Copy(ResultFileTests.DataFile("dotnet.trx"), _lab.File("recorded.trx"));
        _lab.Write("build/here.txt", "");
        _lab.Configure(["{name: trx, directory: build, run: 'cp ../recorded.trx unit.trx', results: unit.trx}"]);

        var report = await _lab.RunAsync();

        Assert.Equal((2, 2, 1), (TestLab.Result(report).Passed, TestLab.Result(report).Failed, TestLab.Result(report).Skipped));
        Assert.Equal("MOP5002 MOP5002", TestLab.Codes(report));
    }

    [UnixFact]
    public async Task The_output_of_pytest_stands_in_for_a_file()
    {
        File.Copy(ResultFileTests.DataFile("pytest-full.txt"), _lab.File("recorded.txt"));
        _lab.Write("tests/test_scores.py", "");
        _lab.Configure(["{name: py, run: \"sh -c 'cat recorded.txt; exit 1'\"}"]);

        var report = await _lab.RunAsync();

        Assert.Equal((ExitCode.GateFailed, "MOP5002 MOP5002 MOP5002 MOP5002 MOP5002"), (report.ExitCode, TestLab.Codes(report)));
        Assert.Equal((4, 5, 2), (TestLab.Result(report).Passed, TestLab.Result(report).Failed, TestLab.Result(report).Skipped));
        Assert.Equal(_lab.File("tests/test_scores.py"), report.Diagnostics[0].Span?.File);
    }

    private static (int Passed, int Failed, int Skipped) Counts(TestResults results) => (results.Passed, results.Failed, results.Skipped);

    private async Task<(ExitCode ExitCode, string Codes)> EndAsync(params (string Name, string Value)[] arguments)
    {
        var report = await _lab.RunAsync(arguments);
        return (report.ExitCode, TestLab.Codes(report));
    }
}
