using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
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

    [LinuxFact]
    public async Task What_its_tests_leave_running_is_ended()
    {
        _lab.Write("daemon.sh", $"(setsid sh -c 'echo $$ > own; sleep 300; : > own.waited' >/dev/null 2>&1 &); (sleep 300; : > child.waited) >/dev/null 2>&1 & echo $! > child; while [ ! -s own ]; do sleep 0.05; done; {Passed}");
        _lab.Configure(["{name: one, run: 'sh daemon.sh'}"]);

        Assert.Equal(ExitCode.Ok, (await _lab.RunAsync()).ExitCode);

        Assert.All((string[])["own", "child"], file =>
        {
            Assert.False(IsAlive(File.ReadAllText(_lab.File(file)).Trim()), file);
            Assert.False(File.Exists(_lab.File($"{file}.waited")), file);
        });
    }

    private static bool IsAlive(string process) =>
        File.Exists($"/proc/{int.Parse(process, CultureInfo.InvariantCulture)}/stat")
        && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static string Event(int fork) =>
        $$$""" {"pull_request":{"number":481,"head":{"repo":{"id": {{{fork}}} } },"base":{"repo":{"id":1} } } } """.Trim();

    private void WriteEvent(int fork) => _lab.Write("event.json", Event(fork));
}
