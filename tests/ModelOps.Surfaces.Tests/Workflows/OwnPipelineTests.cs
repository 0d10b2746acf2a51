using YamlDotNet.RepresentationModel;

namespace ModelOps.Surfaces.Tests.Workflows;

/// <summary>What runs on this repository itself keeps the rules for what is shipped, and a few more.</summary>
public class OwnPipelineTests
{
    private const string Release = ".github/workflows/release.yml";

    private static readonly IReadOnlyList<PipelineFile> Own =
        [.. ShippedPipelines.All.Where(file => file.Name == "azure-pipelines.yml" || file.Name.StartsWith(".github/workflows/", StringComparison.Ordinal))];

    [Fact]
    public void They_are_among_the_files_that_the_rules_read() =>
        Assert.Equal([".github/workflows/ci.yml", Release, "azure-pipelines.yml"], Own.Select(file => file.Name));

    [Fact]
    public void A_pull_request_gets_no_secret_no_environment_and_no_right_to_write()
    {
        var reached = Own.Where(file => file.Root.Get("on").Get("workflow_dispatch") is null).ToArray();
        Assert.Equal(2, reached.Length);
        Assert.All(reached, file =>
        {
            Assert.DoesNotContain(file.Root.AllNodes, node => node.Text().Contains("secrets.", StringComparison.Ordinal) || node.Text().Contains("github.token", StringComparison.Ordinal));
            Assert.DoesNotContain(file.Jobs, job => job.Value.Get("environment") is not null);
            Assert.Empty(file.With("deployment"));
            Assert.DoesNotContain(file.With("group"), mapping => mapping.Get("cancel-in-progress") is null);
            Assert.DoesNotContain(file.Root.AllNodes, node => node.Text() == "write");
        });
    }

    [Fact]
    public void A_release_waits_for_its_environment_the_tests_the_packages_and_the_version()
    {
        var workflow = Own.Single(file => file.Name == Release);
        var jobs = workflow.Jobs.ToDictionary();
        var writing = jobs.Where(job => job.Value.Get("permissions")!.AllNodes.Any(node => node.Text() == "write")).ToArray();
        Assert.Equal("release", Assert.Single(writing).Key);
        Assert.Equal("release", jobs["release"].Get("environment").Text());
        Assert.Equal(["native", "pack", "test", "version"], jobs["release"].Get("needs")!.AllNodes.Select(node => node.Text()).Where(text => text.Length > 0).Order());
        Assert.All((string[])["native", "pack", "test"], name => Assert.Equal("version", jobs[name].Get("needs").Text()));
        Assert.Contains(jobs["version"].Get("steps").Items(), step => step.Get("run").Text().Contains("release-notes.sh \"v$VERSION\"", StringComparison.Ordinal));
        Assert.DoesNotContain("pull_request", workflow.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_started_by_hand_for_a_version_and_tags_what_names_its_archive()
    {
        var workflow = Own.Single(file => file.Name == Release);
        Assert.Equal(["workflow_dispatch"], ((YamlMappingNode)workflow.Root.Get("on")!).Children.Select(pair => pair.Key.Text()));
        Assert.Equal("true", workflow.Root.Get("on").Get("workflow_dispatch").Get("inputs").Get("version").Get("required").Text());
        var scripts = workflow.Jobs.ToDictionary()["release"].Get("steps").Items().Select(step => step.Get("run").Text()).ToList();
        var tagged = scripts.FindIndex(script => script.Contains("release-commit.sh \"v$VERSION\" commit files/SHA256SUMS", StringComparison.Ordinal));
        Assert.True(tagged >= 0 && tagged > scripts.FindIndex(script => script.Contains("SHA256SUMS", StringComparison.Ordinal)));
        Assert.True(scripts.FindIndex(script => script.Contains("gh release create \"v$VERSION\"", StringComparison.Ordinal)) > tagged);
    }

    [Fact]
    public void What_the_matrix_makes_is_fetched_for_the_release()
    {
        var jobs = Own.Single(file => file.Name == Release).Jobs.ToDictionary();
        var platforms = jobs["native"].Get("strategy").Get("matrix").Get("include").Items().Select(entry => $"release-{entry.Get("rid").Text()}").ToArray();
        Assert.NotEmpty(platforms);
        Assert.Equal(
            platforms.Concat(["release-commit", "release-notes", "release-packages"]).Order(StringComparer.Ordinal),
            jobs["release"].Get("steps").Items().Select(step => step.Get("with").Get("name").Text()).Where(name => name.Length > 0).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_build_with_one_exact_SDK()
    {
        var versions = Own.SelectMany(file => file.Mappings).Select(mapping => mapping.Get("dotnet-version") ?? mapping.Get("version")).Where(node => node is not null)
            .Select(node => node.Text()).Where(text => text.Length > 0).Distinct();
        Assert.Matches(@"^10\.0\.[0-9]{3}$", Assert.Single(versions));
    }
}
