using ModelOps.Core.Releases;

namespace ModelOps.Core.Tests.Releases;

public sealed class BranchPatternTests
{
    [Theory]
    [InlineData("main", "main")]
    [InlineData("release/*", "release/1.0")]
    [InlineData("**", "any/depth/at all")]
    [InlineData("feature/**", "feature/a/b")]
    [InlineData("rel.*", "rel.x")]
    public void A_branch_matches_its_pattern(string pattern, string branch) => Assert.True(BranchPattern.Matches(pattern, branch));

    [Theory]
    [InlineData("main", "main2")]
    [InlineData("main", "main\n")]
    [InlineData("main", "Main")]
    [InlineData("release/*", "release/1.0/hotfix")]
    [InlineData("release/*", "xrelease/1.0")]
    [InlineData("rel.*", "relax")]
    [InlineData("*", "a/b")]
    public void Another_branch_does_not(string pattern, string branch) => Assert.False(BranchPattern.Matches(pattern, branch));
}
