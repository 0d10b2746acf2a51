using ModelOps.Backends;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Contract;

public sealed class VerbRunnerTests : IDisposable
{
    private static readonly SampleResult Result = new() { Text = "a|b\n<x>", Rows = [new("row", new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)))] };

    private readonly TempDirectory _directory = new();
    private readonly TestEnvironment _environment = [];
    private readonly RecordingHost _host = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Outputs_reach_the_host_under_their_names()
    {
        var report = await RunAsync(SampleVerb.Returning(Result), ("Model", "churn"));

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal(["text", "number", "rows"], _host.Outputs.Keys);
        Assert.Equal(("a|b\n<x>", ""), (_host.Outputs["text"], _host.Outputs["number"]));
    }

    [Fact]
    public async Task The_summary_is_a_table_of_the_outputs()
    {
        await RunAsync(SampleVerb.Returning(Result), ("Model", "churn"));

        Assert.Equal(
            "### modelops sample: done\n\n| output | value |\n| --- | --- |\n| text | a\\|b\\\\n&lt;x&gt; |\n| number |  |\n\n"
            + "| name | ready since |\n| --- | --- |\n| row | 2026\\-01\\-02T01\\:04\\:05Z |\n\n",
            Assert.Single(_host.Summaries));
    }

    [Fact]
    public async Task Bad_input_never_reaches_the_verb()
    {
        var report = await RunAsync(SampleVerb.Doing((_, _, _) => throw new InvalidOperationException("ran")));

        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Equal(InputDiagnostics.Missing, Assert.Single(_host.Diagnostics).Descriptor);
        Assert.Empty(_host.Outputs);
    }

    [Fact]
    public async Task An_expected_failure_keeps_its_code_and_what_was_found_before()
    {
        var report = await RunAsync(
            SampleVerb.Doing((_, context, _) =>
            {
                context.Report(ConfigurationDiagnostics.WaiverExpired.At("old"));
                throw new ModelOpsException(ExitCode.StateMoved, ReleaseDiagnostics.AliasMoved.At("moved"));
            }),
            ("Model", "churn"));

        Assert.Equal(ExitCode.StateMoved, report.ExitCode);
        Assert.Equal(["old", "moved"], _host.Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public async Task A_defect_is_exit_code_1_with_its_stack_trace()
    {
        var report = await RunAsync(SampleVerb.Doing((_, _, _) => throw new InvalidOperationException("defect")), ("Model", "churn"));

        Assert.Equal(ExitCode.InternalError, report.ExitCode);
        Assert.Contains("   at ", Assert.Single(_host.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_is_exit_code_130()
    {
        using var source = new CancellationTokenSource();
        var verb = SampleVerb.Doing(async (_, _, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            return null!;
        });

        var report = await new VerbRunner(World()).RunAsync(verb, Arguments.Of(("Model", "churn")), source.Token);

        Assert.Equal((ExitCode.Cancelled, HostDiagnostics.Cancelled), (report.ExitCode, Assert.Single(report.Diagnostics).Descriptor));
    }

    [Fact]
    public async Task A_verb_that_goes_on_hands_its_result_over_once_with_what_was_found_so_far()
    {
        var shown = new List<VerbReport>();
        var early = new List<string>();
        var verb = SampleVerb.Doing((_, context, _) =>
        {
            context.Report(ConfigurationDiagnostics.WaiverExpired.At("before"));
            context.Announce(Result);
            early.AddRange([.. _host.Outputs.Keys, .. _host.Diagnostics.Select(diagnostic => diagnostic.Message)]);
            context.Report(ConfigurationDiagnostics.WaiverExpired.At("after"));
            return Task.FromResult(new VerbOutcome<SampleResult>(Result));
        });

        var report = await new VerbRunner(World() with { OnAnnounced = shown.Add }).RunAsync(verb, Arguments.Of(("Model", "churn")), default);

        Assert.Equal(["text", "number", "rows", "before"], early);
        Assert.Equal((Result, ExitCode.Ok), (Assert.Single(shown).Result, shown[0].ExitCode));
        Assert.True(report.WasAnnounced);
        Assert.Equal(["before", "after"], _host.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.Single(_host.Summaries);
    }

    [Fact]
    public async Task A_verb_ends_where_its_early_result_cannot_be_handed_over()
    {
        var host = new GitHubHost(new TestEnvironment { ["GITHUB_OUTPUT"] = _directory.Path }, TextWriter.Null, new());
        var verb = SampleVerb.Doing((_, context, _) =>
        {
            context.Announce(Result);
            throw new InvalidOperationException("went on");
        });

        var report = await new VerbRunner(World() with { Host = host }).RunAsync(verb, Arguments.Of(("Model", "churn")), default);

        Assert.Equal((ExitCode.BadInput, HostDiagnostics.FileFailed), (report.ExitCode, Assert.Single(report.Diagnostics).Descriptor));
        Assert.False(report.WasAnnounced);
    }

    [Fact]
    public async Task Secrets_are_masked_before_anything_is_printed()
    {
        _environment["MLFLOW_TRACKING_TOKEN"] = "t0ken";
        await RunAsync(SampleVerb.Doing((_, _, _) => throw new InvalidOperationException(string.Join(',', _host.Masked))), ("Model", "churn"));

        Assert.Contains("t0ken", Assert.Single(_host.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_that_the_host_cannot_take_fail_the_run()
    {
        var host = new GitHubHost(new TestEnvironment { ["GITHUB_OUTPUT"] = _directory.Path }, TextWriter.Null, new());
        var report = await new VerbRunner(World() with { Host = host }).RunAsync(SampleVerb.Returning(Result), Arguments.Of(("Model", "churn")), default);

        Assert.Equal((ExitCode.BadInput, HostDiagnostics.FileFailed), (report.ExitCode, Assert.Single(report.Diagnostics).Descriptor));
    }

    [Fact]
    public void Explain_shows_which_source_won()
    {
        _environment["MODELOPS_LIMIT"] = "2";
        _environment["INPUT_LIMIT"] = "3";
        _environment["INPUT_VERSION"] = "4";
        _environment["MODELOPS_REASON"] = "ignored";
        File.WriteAllText(_directory.File("modelops.yml"), "version: 1\nmodels: [{name: churn, path: models/churn}]\n");

        var report = new VerbRunner(World()).Explain(SampleVerb.Returning(Result), Arguments.Of(("Reason", "why")));

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal(
            [
                new("model", "churn", "modelops.yml models"),
                new("limit", "2", "MODELOPS_LIMIT"),
                new("version", "4", "INPUT_VERSION"),
                new("dry-run", "false", "default"),
                new("reason", "why", "argument"),
                new("config", _directory.File("modelops.yml"), "found"),
            ],
            report.Origins.Where(origin => origin.Input is "model" or "limit" or "version" or "dry-run" or "reason" or "config"));
    }

    [Fact]
    public async Task Problems_of_configuration_and_arguments_come_together()
    {
        File.WriteAllText(_directory.File("modelops.yml"), "version: 1\nmodles: []\n");
        var report = await RunAsync(SampleVerb.Returning(Result), ("Limit", "x"));

        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Equal(["MOP0102", "MOP0002"], _host.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private Task<VerbReport> RunAsync(VerbDescriptor verb, params (string, string)[] arguments) =>
        new VerbRunner(World()).RunAsync(verb, Arguments.Of(arguments), default);

    private VerbWorld World() => new() { Host = _host, Environment = _environment, Backends = AllBackends.List, WorkingDirectory = _directory.Path };
}
