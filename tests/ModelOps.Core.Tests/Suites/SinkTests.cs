using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Tests.Hosting;
using ModelOps.Core.Verbs;
using ModelOps.Core.Verbs.Test;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Suites;

/// <summary>Names, messages, places and output of hostile tests, from the results file to what each build host reads.</summary>
public sealed class SinkTests : IDisposable
{
    private static readonly string[] Hostile = [.. HostileText.Examples.Where(text => !text.Any(char.IsSurrogate) && !text.Contains('\0', StringComparison.Ordinal))];

    private readonly TestLab _lab = new();

    public SinkTests()
    {
        var cases = string.Concat(Hostile.Select(text =>
        {
            var escaped = string.Concat(text.EnumerateRunes().Select(rune => $"&#{rune.Value};"));
            return $"<testcase classname=\"{escaped}\" name=\"{escaped}\" file=\"{escaped}\" line=\"7\"><failure message=\"{escaped}\">{escaped}\n{escaped}.py:3: Error</failure></testcase>";
        }));
        _lab.Write("results.in", $"<testsuites><testsuite name=\"x\">{cases}</testsuite></testsuites>");
        _lab.Write("printed", string.Join('\n', Hostile));
        _lab.Write("run.sh", "cat printed; cat printed >&2; cp results.in \"$1\"; exit 1");
        _lab.Configure(["{name: one, run: 'sh run.sh {results}'}"]);
    }

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task On_GitHub_there_are_no_commands_but_our_findings_and_no_keys_but_our_outputs()
    {
        using var log = new StringWriter { NewLine = "\n" };
        var files = new TestEnvironment { ["GITHUB_OUTPUT"] = _lab.File("output"), ["GITHUB_STEP_SUMMARY"] = _lab.File("summary") };

        var report = await _lab.RunAsync(new GitHubHost(files, log, new()), CancellationToken.None);

        Assert.Equal((ExitCode.GateFailed, Hostile.Length), (report.ExitCode, report.Diagnostics.Count));
        var commands = RunnerLog.Commands(log.ToString());
        Assert.Empty(commands.Select(command => command.Name).Except(["error"]));
        Assert.Equal(Hostile.Length, commands.Count);
        Assert.Empty(AgentLog.Commands(log.ToString()));
        Assert.Equal(
            VerbCatalog.For<TestSettings>().Outputs.Select(output => output.Name.Kebab).Order(StringComparer.Ordinal),
            RunnerStepFile.Read(_lab.File("output")).Select(pair => pair.Name).Order(StringComparer.Ordinal));
        AssertHarmless(await File.ReadAllTextAsync(_lab.File("summary")));
    }

    [UnixFact]
    public async Task On_Azure_there_are_no_commands_but_ours()
    {
        using var log = new StringWriter { NewLine = "\n" };
        var report = await _lab.RunAsync(new AzureHost(new TestEnvironment { ["AGENT_TEMPDIRECTORY"] = _lab.Path }, log, new()), CancellationToken.None);

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        var commands = AgentLog.Commands(log.ToString());
        Assert.Empty(commands.Select(command => command.Name).Except(["task.logissue", "task.setvariable", "task.uploadsummary"]));
        Assert.Equal(Hostile.Length, commands.Count(command => command.Name == "task.logissue"));
        Assert.Equal(
            VerbCatalog.For<TestSettings>().Outputs.Select(output => output.Name.Camel).Order(StringComparer.Ordinal),
            commands.Where(command => command.Name == "task.setvariable").Select(command => command.Properties["variable"]).Order(StringComparer.Ordinal));
        AssertHarmless(await File.ReadAllTextAsync(commands.Single(command => command.Name == "task.uploadsummary").Data));
    }

    [UnixFact]
    public async Task A_terminal_gets_no_control_sequences_of_theirs()
    {
        using var log = new StringWriter { NewLine = "\n" };
        await _lab.RunAsync(new ConsoleHost(log, new(), isRich: false), CancellationToken.None);

        Assert.DoesNotContain(log.ToString(), letter => char.IsControl(letter) && letter is not ('\n' or '\t'));
        Assert.DoesNotContain('\u202e', log.ToString());
    }

    private static void AssertHarmless(string markdown)
    {
        Assert.DoesNotContain("<script", markdown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("](javascript:", markdown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', markdown);
        Assert.DoesNotContain('\u001b', markdown);
    }
}
