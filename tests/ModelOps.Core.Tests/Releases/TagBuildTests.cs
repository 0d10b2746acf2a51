using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Releases that a tag starts.</summary>
public sealed class TagBuildTests : IDisposable
{
    private readonly CiLab _ci = new();

    public void Dispose() => _ci.Dispose();

    [Fact]
    public async Task A_tag_is_called_a_tag_and_a_rule_for_tags_lets_it_promote()
    {
        await _ci.RegisterAsync();
        _ci.Push(reference: "refs/tags/v1.0");

        var refused = await _ci.PromoteAsync("staging");
        Assert.Equal((ExitCode.GateFailed, "MOP3003"), (refused.ExitCode, Assert.Single(CiLab.Codes(refused))));
        Assert.StartsWith("Tag v1.0 may not promote to 'staging': the policy allows main. ", Assert.Single(refused.Diagnostics).Message, StringComparison.Ordinal);

        File.WriteAllText(_ci.ConfigurationFile, File.ReadAllText(_ci.ConfigurationFile).Replace("branches:\n", "branches:\n  - match: refs/tags/v*\n    environment: staging\n    alias: challenger\n", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Ok, (await _ci.PromoteAsync("staging")).ExitCode);
    }

    [Theory]
    [InlineData("refs/tags/v*", null, "v1.0", true)]
    [InlineData("refs/tags/v*", null, "w1", false)]
    [InlineData("refs/tags/v*", "refs/tags/v1.0", null, false)]
    [InlineData("**", null, "v1.0", false)]
    [InlineData("v*", null, "v1.0", false)]
    [InlineData("v*", "v1.0", null, true)]
    public void A_rule_for_tags_is_about_tags_alone_and_no_other_rule_is(string pattern, string? branch, string? tag, bool expected) =>
        Assert.Equal(expected, BranchPattern.Matches(pattern, new BuildInfo { Branch = branch, Tag = tag }));
}
