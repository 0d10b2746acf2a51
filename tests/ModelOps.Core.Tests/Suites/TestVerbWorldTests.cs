using System.Diagnostics;
using System.Xml.Linq;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Suites;

/// <summary>What commands of the verb <c>test</c> get and leave: variables, parameters, catalogs, secrets.</summary>
public sealed class TestVerbWorldTests : IDisposable
{
    private const string Dump = "env > \"$MODELOPS_STAGE.env\"; printf '%s\\n' \"$@\" > \"$MODELOPS_STAGE.args\"; echo \"<testsuite><testcase name='a'/></testsuite>\" > \"$MODELOPS_RESULTS\"";

    private readonly TestLab _lab = new();

    public TestVerbWorldTests() => _lab.Write("dump.sh", Dump);

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task A_unit_test_gets_no_catalog_and_no_credential()
    {
        _lab.Environment["MLFLOW_TRACKING_URI"] = "http://production";
        _lab.Environment["MLFLOW_TRACKING_TOKEN"] = "tracking-token";
        _lab.Environment["GITHUB_TOKEN"] = "github-token";
        _lab.Environment["STORE_TOKEN"] = "store-token";
        _lab.Environment["OTHER_TOKEN"] = "other-token";
        _lab.Environment["GITHUB_OUTPUT"] = _lab.File("outputs");
        _lab.Environment["PLAIN"] = "plain";
        _lab.Configure(["{name: one, run: 'sh dump.sh', pass_environment: [STORE_TOKEN], sample: 0.5}"]);

        Assert.Equal(ExitCode.Ok, (await _lab.RunAsync()).ExitCode);

        var variables = Variables("one");
        Assert.Equal(
            ["HOME", "MODELOPS_MODEL_PATH", "MODELOPS_RESULTS", "MODELOPS_SAMPLE", "MODELOPS_STAGE", "PATH", "PLAIN", "STORE_TOKEN", "USER"],
            variables.Keys.Except(["MODELOPS_PROCESS_TREE", "PWD", "SHLVL", "_", "OLDPWD"]).Order(StringComparer.Ordinal));
        Assert.Equal((_lab.File("models/churn"), "0.5", "one"), (variables["MODELOPS_MODEL_PATH"], variables["MODELOPS_SAMPLE"], variables["MODELOPS_STAGE"]));
        Assert.Equal(_lab.File(".modelops/tests/unit-one.xml"), variables["MODELOPS_RESULTS"]);
    }

    [UnixFact]
    public async Task An_integration_test_gets_a_catalog_of_its_own_which_is_gone_afterwards()
    {
        await using var server = await MlflowServer.StartAsync();
        _lab.Environment["MLFLOW_TRACKING_TOKEN"] = "tracking-token";
        _lab.Environment["GITHUB_TOKEN"] = "github-token";
        _lab.Configure([], ["{name: two, run: 'sh dump.sh'}"], server.Url);

        var report = await _lab.RunAsync(("Suite", "integration"));

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var variables = Variables("two");
        Assert.Equal((server.Url, server.Url), (variables["MLFLOW_TRACKING_URI"], variables["MLFLOW_REGISTRY_URI"]));
        Assert.Equal("staging", variables["MODELOPS_CATALOG"]);
        Assert.StartsWith("pr_", variables["MODELOPS_SCHEMA"], StringComparison.Ordinal);
        Assert.Equal($"staging.{variables["MODELOPS_SCHEMA"]}.churn", variables["MODELOPS_MODEL"]);
        Assert.Contains("MLFLOW_EXPERIMENT_NAME", variables.Keys);
        Assert.DoesNotContain("GITHUB_TOKEN", variables.Keys);
        Assert.NotNull(TestLab.Result(report).Catalog);
        Assert.Empty(server.State.Models);
    }

    [UnixFact]
    public async Task A_server_that_does_not_answer_loses_no_result_of_the_unit_tests()
    {
        _lab.Environment["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0";
        _lab.Configure(["{name: one, run: 'sh dump.sh'}"], ["{name: two, run: 'sh dump.sh'}"]);

        var report = await _lab.RunAsync();

        Assert.Equal((ExitCode.RemoteFailure, "unit/one passed, integration/two not run"), (report.ExitCode, TestLab.Statuses(report)));
        Assert.Equal(1, TestLab.Result(report).Passed);
        Assert.True(File.Exists(TestLab.Result(report).Junit));
    }

    [UnixFact]
    public async Task The_catalog_is_gone_after_a_failure_and_after_a_cancellation()
    {
        await using var server = await MlflowServer.StartAsync();
        _lab.Write("wait.sh", "echo started; sleep 100");
        _lab.Configure([], ["{name: two, run: \"sh -c 'exit 3'\"}", "{name: three, run: 'sh wait.sh'}"], server.Url);

        Assert.Equal(ExitCode.GateFailed, (await _lab.RunAsync(("Stage", "two"))).ExitCode);
        Assert.Empty(server.State.Models);

        using var cancel = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var run = _lab.RunAsync(cancel.Token, ("Stage", "three"));
        while (!_lab.Host.Relayed.Contains("started") && clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(20);
        }

        Assert.NotEmpty(server.State.Models);
        await cancel.CancelAsync();
        Assert.Equal(ExitCode.Cancelled, (await run).ExitCode);
        Assert.Empty(server.State.Models);
    }

    [UnixFact]
    public async Task Parameters_and_the_fraction_of_the_data_are_filled_in_as_one_argument_each()
    {
        _lab.Configure(["{name: one, run: 'sh dump.sh {alpha} --fraction={sample} {name}', parameters: {alpha: '0.1', name: 'a b'}, sample: 0.5}"]);

        await _lab.RunAsync();
        Assert.Equal(["0.1", "--fraction=0.5", "a b"], Arguments("one"));

        await _lab.RunAsync(("Sample", "0.02"), ("Parameters", "alpha=$(touch x); {name}"));
        Assert.Equal(["$(touch x); {name}", "--fraction=0.02", "a b"], Arguments("one"));
        Assert.Equal("0.02", Variables("one")["MODELOPS_SAMPLE"]);
        Assert.False(File.Exists(_lab.File("x")));
    }

    [UnixFact]
    public async Task An_entry_point_is_one_test_that_its_exit_code_decides()
    {
        _lab.Write("pipelines/MLproject", """
            name: churn
            entry_points:
              train:
                parameters:
                  alpha: {type: float, default: 0.1}
                  sample: float
                command: "sh ../dump.sh {alpha} {sample}"
              broken:
                command: "sh -c 'exit 7'"
            """);
        _lab.Configure(["{name: good, entry_point: train, directory: pipelines}", "{name: bad, entry_point: broken, directory: pipelines}"]);

        var report = await _lab.RunAsync(("Parameters", "alpha=0.7"), ("Sample", "0.25"));

        Assert.True(report.ExitCode == ExitCode.GateFailed, ReleaseLab.Describe(report));
        Assert.Equal("unit/good passed, unit/bad failed", TestLab.Statuses(report));
        Assert.Equal((1, 1), (TestLab.Result(report).Passed, TestLab.Result(report).Failed));
        Assert.Equal("MOP5003", TestLab.Codes(report));
        Assert.Equal(["0.7", "0.25"], File.ReadAllLines(_lab.File("pipelines/good.args")));
    }

    [UnixFact]
    public async Task Every_problem_is_found_before_anything_starts()
    {
        _lab.Write("MLproject", "name: churn\nentry_points:\n  train:\n    parameters:\n      alpha: float\n    command: \"sh dump.sh {alpha}\"\n");
        _lab.Configure(["{name: one, run: 'sh dump.sh'}", "{name: two, run: 'sh dump.sh', directory: nowhere}", "{name: three, entry_point: train}"]);

        var report = await _lab.RunAsync(("Sample", "2"), ("Parameters", "beta=1"));

        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Equal(4, report.Diagnostics.Count);
        Assert.Empty(Directory.EnumerateFiles(_lab.Path, "*.env"));
    }

    [Theory]
    [InlineData("Model", "chrun", "MOP5007", "Did you mean 'churn'?")]
    [InlineData("Stage", "oen", "MOP5007", "Did you mean 'one'?")]
    [InlineData("Suite", "integration", "MOP5007", "defines no stage")]
    [InlineData("Suite", "smoke", "MOP0002", "one of all, unit, integration")]
    [InlineData("Sample", "0", "MOP0002", "above 0")]
    public async Task What_cannot_be_run_is_bad_input(string name, string value, string code, string message)
    {
        _lab.Configure(["{name: one, run: 'sh dump.sh'}"]);

        var report = await _lab.RunAsync((name, value));

        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, TestLab.Codes(report)));
        Assert.Contains(message, report.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_run_and_starts_nothing()
    {
        _lab.Configure(["{name: one, run: 'sh dump.sh {results}'}"], ["{name: two, run: 'sh dump.sh {sample}'}"]);
        var before = Directory.EnumerateFileSystemEntries(_lab.Path).Order().ToList();

        var report = await _lab.RunAsync(("DryRun", "true"), ("Sample", "0.5"));

        Assert.Equal((ExitCode.Ok, "MOP4004", "unit/one planned, integration/two planned"), (report.ExitCode, TestLab.Codes(report), TestLab.Statuses(report)));
        Assert.Equal([$"sh dump.sh {_lab.File(".modelops/tests/unit-one.xml")}", "sh dump.sh 0.5"], TestLab.Result(report).Stages.Select(stage => stage.Command));
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(_lab.Path).Order());
    }

    [UnixFact]
    public async Task A_secret_that_a_test_prints_reaches_neither_log_nor_findings_nor_files()
    {
        const string secret = "s3cret-of-the-store";
        _lab.Environment["STORE_TOKEN"] = secret;
        _lab.Write("leak.sh", "echo \"token $STORE_TOKEN\"; echo \"<testsuite><testcase name='t $STORE_TOKEN'><failure message='m $STORE_TOKEN'>d $STORE_TOKEN</failure></testcase></testsuite>\" > \"$1\"");
        _lab.Configure(["{name: leak, run: 'sh leak.sh {results}', pass_environment: [STORE_TOKEN]}"]);

        var report = await _lab.RunAsync();

        Assert.Contains("token ***", _lab.Host.Relayed);
        Assert.Contains("t *** failed: m ***", Assert.Single(report.Diagnostics).Message, StringComparison.Ordinal);
        Assert.All(
            [.. _lab.Host.Relayed, .. _lab.Host.Summaries, .. _lab.Host.Outputs.Values, ReportJson.Write(report), File.ReadAllText(TestLab.Result(report).Junit!)],
            text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task Hostile_names_and_messages_leave_every_file_well_formed()
    {
        var hostile = Hosting.HostileText.Examples.Select(text => text.Replace("\ud800", "?", StringComparison.Ordinal).Replace("\udc00", "?", StringComparison.Ordinal)).ToList();
        var cases = string.Concat(hostile.Select(text =>
        {
            var escaped = string.Concat(text.EnumerateRunes().Select(rune => $"&#{rune.Value};"));
            return $"<testcase classname=\"{escaped}\" name=\"{escaped}\"><failure message=\"{escaped}\">{escaped}</failure></testcase>";
        }));
        _lab.Configure([_lab.Stage("hostile", cases, exitCode: 1)]);

        var report = await _lab.RunAsync();

        Assert.Equal(hostile.Count, report.Diagnostics.Count);
        var document = XDocument.Load(TestLab.Result(report).Junit!);
        Assert.Equal(hostile.Count, document.Descendants("failure").Count());
    }

    private Dictionary<string, string> Variables(string stage) =>
        File.ReadAllLines(_lab.File($"{stage}.env")).Where(line => line.Contains('=', StringComparison.Ordinal)).ToDictionary(line => line.Split('=')[0], line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private string[] Arguments(string stage) => File.ReadAllLines(_lab.File($"{stage}.args"));
}
