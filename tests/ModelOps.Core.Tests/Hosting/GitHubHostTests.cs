using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

public sealed class GitHubHostTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly StringWriter _log = new() { NewLine = "\n" };

    private string OutputFile => _directory.File("output");

    private string SummaryFile => _directory.File("summary");

    public void Dispose()
    {
        _directory.Dispose();
        _log.Dispose();
    }

    [Fact]
    public void A_hostile_output_stays_one_key_with_the_same_value() =>
        Prop.ForAll(HostileText.Arbitrary, text =>
        {
            // A lone surrogate has no UTF-8 form; no JSON, YAML or command line hands one over.
            var value = string.Concat(text.EnumerateRunes());
            File.Delete(OutputFile);
            CreateHost().SetOutput(new("FromAlias"), value);
            return RunnerStepFile.Read(OutputFile) is [("from-alias", var read)] && read == value;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Outputs_are_appended_after_what_others_wrote_even_without_a_final_newline()
    {
        File.WriteAllText(OutputFile, "theirs=1");
        CreateHost().SetOutput(new("Version"), "7");
        CreateHost().SetOutput(new("Uri"), "models:/churn/7");

        Assert.Equal([("theirs", "1"), ("version", "7"), ("uri", "models:/churn/7")], RunnerStepFile.Read(OutputFile));
        Assert.NotEqual(0xEF, File.ReadAllBytes(OutputFile)[0]);
    }

    [Fact]
    public void A_value_that_contains_the_delimiter_is_refused() =>
        Assert.Throws<ArgumentException>(() => StepFile.Heredoc("version", "a\nEND\nb", "END"));

    [Theory]
    [InlineData("")]
    [InlineData("a=b")]
    [InlineData("a\nb")]
    [InlineData("a<<b")]
    public void A_name_that_is_no_plain_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => StepFile.Heredoc(name, "x", "END"));

    [Fact]
    public void Every_line_of_a_secret_is_masked()
    {
        CreateHost().Mask("first line\nsecond line\n");

        var masked = RunnerLog.Commands(_log.ToString());
        Assert.All(masked, command => Assert.Equal("add-mask", command.Name));
        Assert.Contains(masked, command => command.Data == "first line");
        Assert.Contains(masked, command => command.Data == "second line");
    }

    [Fact]
    public void A_summary_is_cut_at_the_limit_and_says_so()
    {
        var host = CreateHost();
        host.WriteSummary(new string('ü', 300_000));
        host.WriteSummary(new string('ü', 300_000));

        Assert.InRange(new FileInfo(SummaryFile).Length, StepFile.MaxSummaryBytes - 200, StepFile.MaxSummaryBytes);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(SummaryFile));
        Assert.Contains("cut here", text, StringComparison.Ordinal);
    }

    private GitHubHost CreateHost() =>
        new(new TestEnvironment { ["GITHUB_OUTPUT"] = OutputFile, ["GITHUB_STEP_SUMMARY"] = SummaryFile }, _log, new());
}
