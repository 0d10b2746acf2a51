using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Suites.Results;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Suites;

public sealed class TestPlaceTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public TestPlaceTests()
    {
        foreach (var file in (string[])["pipelines/tests/test_a.py", "src/Score Tests.cs", "test/a.test.js", "node_modules/jest/index.js", "root.py"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_directory.File(file))!);
            File.WriteAllText(_directory.File(file), "");
        }
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("tests/test_a.py:14: AssertionError", "pipelines/tests/test_a.py", 14)]
    [InlineData("/usr/lib/python3/x.py:3: in import_module\ntests/test_a.py:1: in <module>", "pipelines/tests/test_a.py", 1)]
    [InlineData("  File \"ROOT/root.py\", line 12, in f", "root.py", 12)]
    [InlineData("   at Demo.A(Int32 count) in ROOT/src/Score Tests.cs:line 19", "src/Score Tests.cs", 19)]
    [InlineData("Error: x\n  at fn (ROOT/node_modules/jest/index.js:1:2)\n  at Object.<anonymous> (ROOT/test/a.test.js:7:13)", "test/a.test.js", 7)]
    [InlineData("  at ROOT/test/a.test.js:7:13", "test/a.test.js", 7)]
    [InlineData("root.py:2: AssertionError", "root.py", 2)]
    public void The_first_place_inside_of_the_working_tree_is_found(string details, string file, int line) =>
        Assert.Equal(new SourceSpan(_directory.File(file), line), Find(new("", "a", TestStatus.Failed, 0) { Details = details.Replace("ROOT", _directory.Path, StringComparison.Ordinal) }));

    [Theory]
    [InlineData("/etc/passwd:1: AssertionError")]
    [InlineData("../../../../../../etc/passwd:1: AssertionError")]
    [InlineData("tests/none.py:14: AssertionError")]
    [InlineData("tests/test_a.py:0: AssertionError")]
    [InlineData("tests/test_a.py:99999999999999: AssertionError")]
    [InlineData("tests:3: x")]
    [InlineData("no place at all")]
    [InlineData("")]
    public void A_place_elsewhere_or_nowhere_is_none(string details) =>
        Assert.Null(Find(new("", "a", TestStatus.Failed, 0) { Details = details }));

    [UnixFact]
    public void A_link_is_no_file_of_the_working_tree()
    {
        File.CreateSymbolicLink(_directory.File("link.py"), "/etc/passwd");

        Assert.Null(Find(new("", "a", TestStatus.Failed, 0) { Details = "link.py:1: x" }));
    }

    [Fact]
    public void Attributes_win_but_for_the_line_that_the_text_names_in_the_same_file()
    {
        var test = new TestCase("", "a", TestStatus.Failed, 0) { File = "tests/test_a.py", Line = 12 };
        var file = _directory.File("pipelines/tests/test_a.py");

        Assert.Equal(new SourceSpan(file, 12), Find(test));
        Assert.Equal(new SourceSpan(file, 12), Find(test with { Details = "root.py:5: x" }));
        Assert.Equal(new SourceSpan(file, 14), Find(test with { Details = "root.py:5: x\ntests/test_a.py:14: x" }));
        Assert.Equal(new SourceSpan(file), Find(test with { Line = 0 }));
    }

    private SourceSpan? Find(TestCase test) => new TestPlace(_directory.Path, _directory.File("pipelines")).Find(test);
}
