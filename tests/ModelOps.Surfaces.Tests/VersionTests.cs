using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests;

/// <summary>Files made by hand that name the toolkit's version name the present one.</summary>
public partial class VersionTests
{
    [Theory]
    [InlineData("actions/setup/action.yml")]
    [InlineData("templates/azure-pipelines/steps/setup.yml")]
    [InlineData("templates/azure-pipelines/azure-pipelines.yml")]
    [InlineData("templates/cake/build.cake")]
    [InlineData("docs/azure-extension/overview.md")]
    [InlineData("docs/install.md")]
    [InlineData("README.md")]
    public void The_file_names_the_present_version(string path)
    {
        var versions = ToolkitReference().Matches(File.ReadAllText(Path.Combine(TestFiles.Root, path))).Select(match => match.Groups["version"].Value).ToArray();
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Equal(ToolkitVersion.Text, version));
    }

    [GeneratedRegex(@"(default: '?|tags/v|version=|--version |such as |modelops-|ModelOps\.Cli\.)(?<version>\d+\.\d+\.\d+)")]
    private static partial Regex ToolkitReference();
}
