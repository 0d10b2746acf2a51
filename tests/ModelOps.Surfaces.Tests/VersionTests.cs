using System.Xml.Linq;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests;

/// <summary>The version is one property, and every other place says the same.</summary>
public class VersionTests
{
    [Fact]
    public void The_property_of_the_build_is_the_one_that_is_emitted() =>
        Assert.Equal(ToolkitVersion.Full, XDocument.Load(Path.Combine(TestFiles.Root, "Directory.Build.props")).Descendants("Version").Single().Value);

    [Fact]
    public void Every_place_names_the_present_version() => Assert.Empty(StatedVersions.Drift(TestFiles.Root));

    [Theory]
    [InlineData("README.md")]
    [InlineData("actions/setup/action.yml")]
    [InlineData("docs/azure-extension/overview.md")]
    [InlineData("docs/azure-pipelines.md")]
    [InlineData("docs/install.md")]
    [InlineData("docs/msbuild.md")]
    [InlineData("templates/azure-pipelines/azure-pipelines-models.yml")]
    [InlineData("templates/azure-pipelines/azure-pipelines.yml")]
    [InlineData("templates/azure-pipelines/clean.yml")]
    [InlineData("templates/azure-pipelines/steps/setup.yml")]
    [InlineData("templates/cake/build.cake")]
    public void The_file_is_one_of_these_places(string path) => Assert.Contains(path, StatedVersions.Stating(TestFiles.Root));

    [Theory]
    [InlineData("    default: {0}\n")]
    [InlineData("    default: '{0}'\n")]
    [InlineData("must be one exact version, such as {0}.")]
    [InlineData("<PackageReference Include=\"ModelOps.MSBuild\" Version=\"{0}\" PrivateAssets=\"all\" />")]
    [InlineData("#addin nuget:?package=Cake.ModelOps&version={0}")]
    [InlineData("dotnet tool install --global ModelOps.Cli --version {0} --add-source artifacts/packages")]
    [InlineData("      ref: refs/tags/v{0}\n")]
    [InlineData("`modelops-{0}-py3-none-manylinux_2_34_x86_64.whl`")]
    [InlineData("ModelOps.Cli.{0}")]
    public void A_new_version_is_written_where_an_old_one_was(string form)
    {
        var present = form.Replace("{0}", ToolkitVersion.Full, StringComparison.Ordinal);
        foreach (var old in (string[])["0.0.9", "12.34.56", "0.2.0-rc.1"])
        {
            Assert.Equal(present, StatedVersions.Restate(form.Replace("{0}", old, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1")]
    [InlineData("\"minimumAgentVersion\": \"3.232.1\"")]
    [InlineData("The source of MLflow 3.11.2, SQLite 3.53.4, 127.0.0.1")]
    public void Versions_of_others_stay(string text) => Assert.Equal(text, StatedVersions.Restate(text));

    [Fact]
    public void Writing_states_the_present_version_in_files_made_by_hand()
    {
        using var root = new TempDirectory();
        Directory.CreateDirectory(root.File("actions/setup"));
        File.WriteAllText(root.File("actions/setup/action.yml"), "inputs:\n  version:\n    default: 0.0.9\n");
        Assert.Equal(["actions/setup/action.yml"], StatedVersions.Drift(root.Path));

        SurfaceFiles.Write(root.Path);

        Assert.Equal($"inputs:\n  version:\n    default: {ToolkitVersion.Full}\n", File.ReadAllText(root.File("actions/setup/action.yml")));
    }
}
