using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Processes;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Processes;

[UnsupportedOSPlatform("windows")]
public sealed class ProcessRunnerTests : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private readonly TempDirectory _directory = new();
    private readonly List<string> _lines = [];

    public void Dispose() => _directory.Dispose();

    [UnixFact]
    public async Task A_command_gets_its_arguments_directory_and_environment_and_nothing_else()
    {
        Directory.CreateDirectory(_directory.File("sub"));
        var result = await RunAsync(Script("") with
        {
            Arguments = ["-c", """printf '%s\n' "$1" "$2"; pwd; echo "$GIVEN"; env | cut -d= -f1 | sort; exit 7""", "sh", "a b", "$(touch x);`y`\"'"],
            Directory = _directory.File("sub"),
            Environment = Variables(("GIVEN", "value")),
        });

        Assert.Equal(new(7, TimedOut: false), result);
        Assert.Equal(["a b", "$(touch x);`y`\"'"], _lines[..2]);
        Assert.EndsWith("/sub", _lines[2], StringComparison.Ordinal);
        Assert.Equal("value", _lines[3]);
        Assert.Empty(_lines[4..].Except(["GIVEN", "MODELOPS_PROCESS_TREE", "OLDPWD", "PATH", "PWD", "SHLVL", "_"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory.File("sub")));
    }

    [UnixFact]
    public async Task Both_streams_are_read_and_standard_input_is_at_its_end()
    {
        await RunAsync(Script("cat; echo out; echo err >&2; printf 'no end'"));

        Assert.Equal(["err", "no end", "out"], _lines.Order(StringComparer.Ordinal));
    }

    [UnixFact]
    public async Task A_line_without_end_is_cut_and_the_rest_of_the_output_is_read()
    {
        await RunAsync(Script("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo after"));

        Assert.Equal(2, _lines.Count);
        Assert.Equal(OutputPump.MaxLine + 2, _lines[0].Length);
        Assert.Equal("after", _lines[1]);
    }

    [UnixFact]
    public async Task A_reader_that_fails_ends_the_run_with_its_failure_and_blocks_nobody()
    {
        var run = ProcessRunner.RunAsync(
            Script("head -c 3000000 /dev/zero | tr '\\0' '\\n'; echo done > finished"), _ => throw new InvalidOperationException("closed"), CancellationToken.None);

        Assert.Equal("closed", (await Assert.ThrowsAsync<InvalidOperationException>(() => run)).Message);
        Assert.True(File.Exists(_directory.File("finished")));
    }

    [UnixFact]
    public async Task A_very_long_timeout_is_one()
    {
        Assert.Equal(0, (await RunAsync(Script("true") with { Timeout = TimeSpan.FromDays(366) })).ExitCode);
        Assert.Equal(0, (await RunAsync(Script("true") with { Timeout = Timeout.InfiniteTimeSpan })).ExitCode);
    }

    [UnixFact]
    public async Task Bytes_that_are_no_text_do_no_harm()
    {
        await RunAsync(Script("printf 'a\\377b\\n\\000c\\n'"));

        Assert.Equal(["a\uFFFDb", "\0c"], _lines);
    }

    [UnixFact]
    public async Task A_program_that_is_not_there_is_refused()
    {
        File.WriteAllText(_directory.File("here"), "#!/bin/sh\n");
        File.SetUnixFileMode(_directory.File("here"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(_directory.File("data"), "");
        foreach (var program in (string[])["no-such-program", "here", "./none", "./data", "/none/at/all"])
        {
            var failure = await Assert.ThrowsAsync<ModelOpsException>(() => RunAsync(Script("") with { Program = program, Arguments = [] }));
            Assert.Equal(ExitCode.CouldNotRun, failure.ExitCode);
            Assert.Equal("MOP5001", Assert.Single(failure.Diagnostics).Code);
            Assert.Contains($"'{program}'", failure.Diagnostics[0].Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await RunAsync(Script("") with { Program = "./here", Arguments = [] })).ExitCode);
    }

    [UnixFact]
    public async Task A_process_left_behind_with_the_output_open_keeps_nobody_waiting()
    {
        var result = await RunAsync(Script("sleep 300 & echo $!; exit 3"));

        Assert.Equal(new(3, TimedOut: false), result);
        using var left = Process.GetProcessById(Id(_lines[0]));
        Assert.False(left.HasExited);
        UnixSignal.Send([Id(_lines[0])], UnixSignal.Kill);
    }

    [LinuxFact]
    public async Task A_time_out_ends_children_grandchildren_and_those_that_left_their_parents_and_session()
    {
        var request = Script("""
            sleep 300 & echo $!
            sh -c 'sleep 300 & echo $!'
            setsid sh -c 'sleep 300 & echo $!; exit' &
            (setsid setsid env -u MODELOPS_PROCESS_TREE sleep 300 & echo $!) 
            env -i sh -c '/bin/sleep 300 & echo $!'
            sleep 0.3; echo ready; sleep 300
            """) with { Timeout = TimeSpan.FromSeconds(8) };
        var result = await RunAsync(request);

        Assert.True(result.TimedOut);
        var children = _lines.Where(line => line != "ready").Select(Id).ToArray();
        Assert.Equal(5, children.Length);
        Assert.All(children, child => Assert.False(IsAlive(child), $"{child} is alive."));
    }

    [LinuxFact]
    public async Task A_process_that_ignores_the_polite_signal_is_killed()
    {
        var result = await RunAsync(Script("trap '' TERM; echo $$; while :; do sleep 0.2; done") with { Timeout = TimeSpan.FromSeconds(3), Grace = TimeSpan.FromMilliseconds(100) });

        Assert.True(result.TimedOut);
        Assert.False(IsAlive(Id(_lines[0])));
    }

    [LinuxFact]
    public async Task A_process_may_clean_up_on_the_polite_signal()
    {
        var result = await RunAsync(Script("trap 'echo cleaned; exit 0' TERM; echo ready; while :; do sleep 0.1; done") with { Timeout = TimeSpan.FromSeconds(3) });

        Assert.True(result.TimedOut);
        Assert.Contains("cleaned", _lines);
    }

    [LinuxFact]
    public async Task Cancellation_ends_the_tree_and_is_an_exception()
    {
        using var cancel = new CancellationTokenSource();
        var run = ProcessRunner.RunAsync(
            Script("(sleep 300 & echo $!); sleep 300"),
            line =>
            {
                _lines.Add(line);
                cancel.Cancel();
            },
            cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.False(IsAlive(Id(Assert.Single(_lines))));
    }

    private static bool IsAlive(int process) =>
        Directory.Exists($"/proc/{process}") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static int Id(string line) => int.Parse(line, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Variables(params (string Name, string Value)[] more) =>
        more.Append(("PATH", Environment.GetEnvironmentVariable("PATH")!)).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private ProcessRequest Script(string script) => new()
    {
        Program = "sh",
        Arguments = ["-c", script],
        Directory = _directory.Path,
        Environment = Variables(),
        Timeout = Generous,
    };

    private Task<ProcessResult> RunAsync(ProcessRequest request) => ProcessRunner.RunAsync(request, _lines.Add, CancellationToken.None);
}
