using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Tests.Runs;

public sealed class PosixPathTests
{
    [Theory]
    [InlineData("", ".")]
    [InlineData("a/b", "a/b")]
    [InlineData("a//b/", "a/b")]
    [InlineData("./a/./b", "a/b")]
    [InlineData("a/..", ".")]
    [InlineData("a/../../b", "../b")]
    [InlineData("../../a", "../../a")]
    [InlineData("/..", "/")]
    [InlineData("/a/../../b", "/b")]
    [InlineData("//a", "//a")]
    [InlineData("///a", "/a")]
    public void Paths_are_tidied_up_as_Python_does_it(string path, string expected) => Assert.Equal(expected, PosixPath.Normalize(path));
}
