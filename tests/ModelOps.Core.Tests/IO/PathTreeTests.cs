using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Tests.IO;

public class PathTreeTests
{
    [Theory]
    [InlineData("a/b", "a/B", "a/b")]
    [InlineData("a/b", "A/c", "a")]
    [InlineData("a", "a", "a")]
    [InlineData("a", "a/b", "a")]
    [InlineData("a/b", "a", "a")]
    [InlineData("\u00E8/x", "\u00C8/y", "\u00E8")]
    public void Paths_that_meet_on_some_file_system_collide(string first, string second, string expected)
    {
        var tree = new PathTree();
        Assert.Null(tree.Add(first));
        Assert.Equal(expected, tree.Add(second));
    }

    [Fact]
    public void Different_paths_do_not_collide()
    {
        var tree = new PathTree();
        Assert.All(["a", "b/a", "b/c/a", "ab", "b/ca", "\u0131", "i"], path => Assert.Null(tree.Add(path)));
    }
}
