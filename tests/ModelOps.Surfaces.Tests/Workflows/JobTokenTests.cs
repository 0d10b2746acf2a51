using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Workflows;

public sealed class JobTokenTests
{
    [Fact]
    public void Only_the_actions_that_comment_on_a_pull_request_get_the_token_of_the_job() => Assert.Equal(
        ["test", "validate"],
        Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "actions"), "action.yml", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("GITHUB_TOKEN: ${{ github.token }}\n", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)))
            .Order(StringComparer.Ordinal));

    // A called workflow that asks for more than its caller grants does not start: the right to comment is the team's to give.
    [Fact]
    public void No_template_asks_for_the_right_to_write_on_pull_requests() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "templates", "github"), "*.yml"),
        file => Assert.DoesNotContain(File.ReadLines(file), line => line.TrimStart().StartsWith("pull-requests: write", StringComparison.Ordinal)));
}
