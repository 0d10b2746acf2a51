using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;
using ModelOps.Core.Suites.Results;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Suites;

/// <summary>Tests that try to harm whoever reads what they leave: files that never end, trees in place of files, numbers that overflow, halves of letters.</summary>
public sealed class HostileResultsTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("mkfifo \"$MODELOPS_RESULTS\"", "a pipe or a device")]
    [InlineData("ln -s /dev/zero \"$MODELOPS_RESULTS\"", "a link")]
    [InlineData("ln -s /etc/hostname \"$MODELOPS_RESULTS\"", "a link")]
    [InlineData("ln -s /proc/$PPID/environ \"$MODELOPS_RESULTS\"", "a link")]
    [InlineData("ln -s \"$MODELOPS_RESULTS\" \"$MODELOPS_RESULTS\"", "")]
    [InlineData("mkdir \"$MODELOPS_RESULTS\"", "")]
    [InlineData("truncate -s 10G \"$MODELOPS_RESULTS\"", "10737418240 bytes")]
    [InlineData("head -c 60000000 /dev/zero > \"$MODELOPS_RESULTS\"", "not XML")]
    [InlineData("echo '<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><testsuite name=\"&c;\"/>' > \"$MODELOPS_RESULTS\"", "not XML")]
    public async Task What_is_no_plain_file_of_results_is_refused_and_keeps_nobody_waiting(string script, string reason)
    {
        _lab.Write("run.sh", script);
        _lab.Configure(["{name: one, run: 'sh run.sh', results: results.xml}"]);
        var run = _lab.RunAsync();

        Assert.True(await Task.WhenAny(run, Task.Delay(Limit)) == run, $"'{script}' keeps the reader waiting.");
        var report = await run;
        Assert.True(report.ExitCode == ExitCode.CouldNotRun, ReleaseLab.Describe(report));
        Assert.Contains(report.Diagnostics, finding => finding.Message.Contains(reason, StringComparison.Ordinal));
    }

    [UnixTheory]
    [InlineData("mkdir -p .modelops/tests/junit.xml/x")]
    [InlineData("rm -r .modelops/tests; echo x > .modelops/tests")]
    [InlineData("mkfifo .modelops/tests/junit.xml")]
    [InlineData("mkfifo .modelops/tests/junit.xml.0123456789abcdef.tmp")]
    [InlineData("ln -s ../../canary .modelops/tests/junit.xml")]
    public async Task Whatever_stands_in_place_of_the_JUnit_file_the_verb_ends_with_a_finding_or_the_file(string script)
    {
        _lab.Write("canary", "canary");
        _lab.Write("run.sh", $"echo \"<testsuite><testcase name='a'/></testsuite>\" > results.xml; {script}");
        _lab.Configure(["{name: one, run: 'sh run.sh', results: results.xml}"]);
        Directory.CreateDirectory(_lab.File(".modelops/tests"));
        var run = _lab.RunAsync();

        Assert.True(await Task.WhenAny(run, Task.Delay(Limit)) == run, $"'{script}' keeps the writer waiting.");
        var report = await run;
        Assert.True(report.ExitCode is ExitCode.Ok or ExitCode.BadInput, ReleaseLab.Describe(report));
        Assert.True(report.ExitCode == ExitCode.BadInput || XDocument.Load(TestLab.Result(report).Junit!).Root is not null);
        Assert.Equal("canary", File.ReadAllText(_lab.File("canary")));
    }

    [UnixFact]
    public async Task Counts_that_no_run_can_have_do_not_overflow()
    {
        var line = $"==== {string.Join(", ", Enumerable.Repeat("999999999 passed", 450))} in 1.00s ====";
        _lab.Write("out.txt", line);
        _lab.Configure(["{name: one, run: 'cat out.txt'}", "{name: two, run: 'cat out.txt'}"]);

        var report = await _lab.RunAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        Assert.InRange(TestLab.Result(report).Total, 1, int.MaxValue);
    }

    [UnixFact]
    public async Task Half_a_letter_breaks_no_sink()
    {
        var face = $"{new string('x', 199)}\U0001F600{new string('y', 400)}";
        _lab.Configure([_lab.Stage(
            "half",
            $"<testcase name='a&#xD83D;' classname='&#xDE00;'><failure message='b&#xD83D;c'>d&#xDE00;</failure></testcase><testcase name='{face}'><failure message='{face}{face}'/></testcase>",
            exitCode: 1)]);

        var report = await _lab.RunAsync();

        Assert.True(report.ExitCode == ExitCode.GateFailed, ReleaseLab.Describe(report));
        _ = ReportJson.Write(report);
        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(string.Concat(_lab.Host.Outputs.Values));
        Assert.Equal(2, XDocument.Load(TestLab.Result(report).Junit!).Descendants("failure").Count());
    }

    [UnixFact]
    public async Task A_flood_of_output_without_line_ends_is_read_in_little_memory()
    {
        _lab.Write("run.sh", $"head -c 1000000000 /dev/zero | tr '\\0' x; echo \"<testsuite><testcase name='a'/></testsuite>\" > results.xml");
        _lab.Configure(["{name: one, run: 'sh run.sh', results: results.xml}"]);

        var report = await _lab.RunAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        Assert.True(_lab.Host.Relayed.Sum(line => line.Length) < 100_000);
    }

    [Fact]
    public void Descriptions_of_tests_without_number_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, ResultFile.MaxCases + 1).Select(number => $"<UnitTest id='{number}'><TestMethod className='a'/></UnitTest>"));
        var file = new MemoryStream(Encoding.UTF8.GetBytes($"<TestRun><TestDefinitions>{many}</TestDefinitions></TestRun>"));

        Assert.Contains("describes", Assert.Throws<RefusedResultsException>(() => ResultFile.Read(file, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_attribute_cannot_fill_the_memory()
    {
        var file = new EndlessText("<testsuite><testcase name='", 200_000_000);
        // Of this thread alone: other tests allocate at the same time.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        Assert.Throws<RefusedResultsException>(() => ResultFile.Read(file, CancellationToken.None));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 256_000_000, $"{GC.GetAllocatedBytesForCurrentThread() - before} bytes in {clock.Elapsed}");
    }
}
