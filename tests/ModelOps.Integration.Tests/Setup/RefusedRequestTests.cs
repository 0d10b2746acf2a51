using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>What is asked for, or stands beside the action, is taken as it should be or not at all.</summary>
public sealed class RefusedRequestTests : IDisposable
{
    private readonly SetupLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("\"version\": \"0.1.0; echo\"")]
    [InlineData("\"archive\": \"http://releases.example/a\"")]
    [InlineData("\"sha256\": \"abc\"")]
    [InlineData("\"commit\": \"main\"")]
    public async Task A_release_that_no_release_wrote_is_refused(string line)
    {
        var file = Path.Combine(_lab.Checkout, "actions", "setup", "release.json");
        var name = line.Split(':')[0];
        File.WriteAllLines(file, File.ReadAllLines(file).Select(old => old.Trim().StartsWith(name, StringComparison.Ordinal) ? $"  {line}," : old));
        var run = await _lab.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not as a release writes it", run.Output, StringComparison.Ordinal);
        Assert.Empty(_lab.Installed);
    }

    [UnixTheory]
    [InlineData("9.9.9", "The action is of release")]
    [InlineData("", "'version' must be one exact version")]
    [InlineData("*", "'version' must be one exact version")]
    [InlineData("0.1.0/../..", "'version' must be one exact version")]
    [InlineData("0.1.0\n::error::x", "'version' must be one exact version")]
    [InlineData("$(touch pwned)", "'version' must be one exact version")]
    public async Task A_version_that_it_is_not_or_that_is_none_is_refused(string version, string words)
    {
        _lab.Variables["TOOL_VERSION"] = version;
        var run = await _lab.RunAsync();
        Assert.Equal((2, 1), (run.ExitCode, run.Output.Split('\n').Count(line => line.Length > 0)));
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        Assert.Empty(_lab.Installed);
    }
}
