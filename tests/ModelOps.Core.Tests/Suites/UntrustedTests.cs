using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Tests.Processes;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Suites;

/// <summary>A pull request from a fork, whose modelops.yml and tests are both its own.</summary>
public sealed class UntrustedTests : IDisposable
{
    private const string Passed = "echo \"<testsuite><testcase name='a'/></testsuite>\" > \"$MODELOPS_RESULTS\"";

    private readonly TestLab _lab = new();

    public UntrustedTests()
    {
        _lab.Environment["GITHUB_ACTIONS"] = "true";
        _lab.Environment["GITHUB_EVENT_NAME"] = "pull_request";
        _lab.Environment["GITHUB_REF"] = "refs/pull/481/merge";
        _lab.Environment["GITHUB_EVENT_PATH"] = _lab.File("event.json");
        WriteEvent(fork: 2);
    }

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task Variables_that_its_modelops_yml_asks_for_are_not_passed(int fork, bool arePassed)
    {
        WriteEvent(fork);
        _lab.Environment["MLFLOW_TRACKING_TOKEN"] = "canary-1-of-the-server";
        _lab.Environment["GITHUB_TOKEN"] = "canary-2-of-github";
        _lab.Write("dump.sh", $"env > dump.env; {Passed}");
        _lab.Configure(["{name: one, run: 'sh dump.sh', pass_environment: [MLFLOW_TRACKING_TOKEN, GITHUB_TOKEN]}"]);

        var report = await _lab.RunAsync();

        Assert.Equal((ExitCode.Ok, arePassed ? "" : "MOP5008"), (report.ExitCode, TestLab.Codes(report)));
        Assert.Equal(arePassed, File.ReadAllText(_lab.File("dump.env")).Contains("canary", StringComparison.Ordinal));
        Assert.Equal(!arePassed, report.Diagnostics.Any(finding => finding.Message.Contains("GITHUB_TOKEN", StringComparison.Ordinal)));
    }

    [UnixFact]
    public async Task A_unit_test_that_rewrites_the_event_gives_the_integration_tests_no_server()
    {
        await using var server = await MlflowServer.StartAsync();
        _lab.Environment["MLFLOW_TRACKING_TOKEN"] = "canary-of-the-server";
        _lab.Write("forge.sh", $"echo '{Event(1)}' > \"$GITHUB_EVENT_PATH\"; {Passed}");
        _lab.Write("dump.sh", $"env > dump.env; {Passed}");
        _lab.Configure(["{name: one, run: 'sh forge.sh'}"], ["{name: two, run: 'sh dump.sh'}"], server.Url);

        var report = await _lab.RunAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        Assert.Equal(Event(1), File.ReadAllText(_lab.File("event.json")).Trim());
        Assert.Empty(server.Requests);
        Assert.DoesNotContain("canary", File.ReadAllText(_lab.File("dump.env")), StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData("auto", "3001")]
    [InlineData("none", "3002")]
    public async Task What_its_tests_leave_running_is_ended(string isolation, string seconds)
    {
        _lab.Environment["MODELOPS_ISOLATION"] = isolation;
        _lab.Write("daemon.sh", $"(setsid sh -c ': > own; sleep {seconds}; : > own.waited' >/dev/null 2>&1 &); (sleep {seconds}; : > child.waited) >/dev/null 2>&1 & while [ ! -e own ]; do sleep 0.05; done; {Passed}");
        _lab.Configure(["{name: one, run: 'sh daemon.sh'}"]);

        Assert.Equal(ExitCode.Ok, (await _lab.RunAsync()).ExitCode);

        Assert.Empty(Sleepers.Of(seconds));
        Assert.False(File.Exists(_lab.File("own.waited")) || File.Exists(_lab.File("child.waited")));
    }

    private static string Event(int fork) =>
        $$$""" {"pull_request":{"number":481,"head":{"repo":{"id": {{{fork}}} } },"base":{"repo":{"id":1} } } } """.Trim();

    private void WriteEvent(int fork) => _lab.Write("event.json", Event(fork));
}
