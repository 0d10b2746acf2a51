using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>The address of the page about a finding, where the repository that has it is known.</summary>
public sealed class HelpPagesTests : IDisposable
{
    private const string Page = "https://github.com/acme/toolkit/blob/v1/docs/diagnostics/MOP0105.md";

    private readonly TempDirectory _directory = new();
    private readonly TestEnvironment _environment = [];
    private readonly StringWriter _log = new() { NewLine = "\n" };

    public HelpPagesTests()
    {
        Directory.CreateDirectory(_directory.File("toolkit/docs/diagnostics"));
        Directory.CreateDirectory(_directory.File("toolkit/actions/check"));
        _environment["GITHUB_ACTION_PATH"] = _directory.File("toolkit/actions/check");
        _environment["GITHUB_ACTION_REPOSITORY"] = "acme/toolkit";
        _environment["GITHUB_ACTION_REF"] = "v1";
    }

    public void Dispose()
    {
        _directory.Dispose();
        _log.Dispose();
    }

    [Fact]
    public void An_action_of_the_toolkit_knows_its_pages() => Assert.Equal(Page, Find());

    [Theory]
    [InlineData("GITHUB_ACTION_REPOSITORY", "acme")]
    [InlineData("GITHUB_ACTION_REPOSITORY", "acme/..")]
    [InlineData("GITHUB_ACTION_REPOSITORY", "acme/toolkit/blob/evil")]
    [InlineData("GITHUB_ACTION_REPOSITORY", "acme/tool kit")]
    [InlineData("GITHUB_ACTION_REPOSITORY", "acme/toolkit\n::set-env name=A::b")]
    [InlineData("GITHUB_ACTION_REF", "../../evil/repo/blob/main")]
    [InlineData("GITHUB_ACTION_REF", "a/../b")]
    [InlineData("GITHUB_ACTION_REF", "v1?x=1")]
    [InlineData("GITHUB_ACTION_REF", "v1%0A")]
    [InlineData("GITHUB_ACTION_REF", "v1\n")]
    [InlineData("GITHUB_ACTION_REF", "")]
    [InlineData("GITHUB_SERVER_URL", "http://github.com")]
    [InlineData("GITHUB_SERVER_URL", "https://github.com@evil.example")]
    [InlineData("GITHUB_SERVER_URL", "https://evil.example/github.com")]
    [InlineData("GITHUB_ACTION_PATH", "/")]
    public void What_is_not_plainly_the_toolkits_repository_gives_no_address(string variable, string value)
    {
        _environment[variable] = value;
        Assert.Null(Find());
    }

    [Theory]
    [InlineData("https://github.com/acme/toolkit.git", "0123456789abcdef0123456789abcdef01234567", "https://github.com/acme/toolkit/blob/0123456789abcdef0123456789abcdef01234567")]
    [InlineData("https://github.acme.example:8443/ml/toolkit", "feature/x", "https://github.acme.example:8443/ml/toolkit/blob/feature/x")]
    [InlineData("https://dev.azure.com/acme/ml/_git/toolkit", "main", null)]
    [InlineData(null, "main", null)]
    public void The_repository_that_a_build_was_stamped_with_is_known_on_GitHub_servers(string? repository, string reference, string? expected) =>
        Assert.Equal(expected, HelpPages.Root(repository, reference));

    [Fact]
    public void It_is_said_once_for_a_code_and_never_broken()
    {
        Assert.Equal(1, Count(Render(new ConsoleHost(_log, new(), isRich: false) { Pages = HelpPages.Of(_environment) }), Page));
        Assert.Equal(1, Count(Render(new GitHubHost(_environment, _log, new())), Page));
        Assert.Equal(1, Count(Render(new AzureHost(_environment, _log, new())), Page));
        Assert.Contains($"\n    {Page}\n", Render(new ConsoleHost(_log, new(), isRich: false) { Pages = HelpPages.Of(_environment), Width = 80 }), StringComparison.Ordinal);
        var narrow = Render(new ConsoleHost(_log, new(), isRich: false) { Pages = HelpPages.Of(_environment), Width = 60 });
        Assert.DoesNotContain("github.com", narrow, StringComparison.Ordinal);
        Assert.Contains("modelops explain MOP0105", narrow, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", Render(new ConsoleHost(_log, new(), isRich: false)), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private string? Find() => HelpPages.Of(_environment).Find(ConfigurationDiagnostics.UnknownEnvironment);

    private string Render(IBuildHost host)
    {
        _log.GetStringBuilder().Clear();
        host.Report(ConfigurationDiagnostics.UnknownEnvironment.At("No such environment."));
        host.Report(ConfigurationDiagnostics.UnknownEnvironment.At("Nor this one."));
        return _log.ToString();
    }
}
