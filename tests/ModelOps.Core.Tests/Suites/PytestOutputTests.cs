using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Suites.Results;

namespace ModelOps.Core.Tests.Suites;

public sealed class PytestOutputTests
{
    [Theory]
    [InlineData("pytest-quiet.txt", 4, 4, 2, 4)]
    [InlineData("pytest-full.txt", 4, 5, 2, 5)]
    [InlineData("pytest-color.txt", 1, 3, 1, 3)]
    [InlineData("pytest-none.txt", 0, 0, 0, 0)]
    public void Recorded_output_is_read(string file, int passed, int failed, int skipped, int named)
    {
        var results = Listen(File.ReadAllLines(ResultFileTests.DataFile(file)))!;

        Assert.Equal((passed, failed, skipped), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal(named, results.Cases.Count);
    }

    [Fact]
    public void A_failing_test_has_name_file_and_message()
    {
        var cases = Listen(File.ReadAllLines(ResultFileTests.DataFile("pytest-full.txt")))!.Cases;

        Assert.Equal(("tests/test_scores.py", "test_name[b - c]", "AssertionError: assert 'b - c..."), (cases[1].File, cases[1].Name, cases[1].Message));
        Assert.Equal(("tests/test_import.py", "tests/test_import.py", ""), (cases[3].File, cases[3].Name, cases[3].Message));
    }

    [Theory]
    [InlineData("no tests ran in 0.01s", 0, 0)]
    [InlineData("============== 2 passed in 65.32s (0:01:05) ==============", 2, 0)]
    [InlineData("1 failed, 2 passed, 3 warnings in 0.12s", 2, 1)]
    [InlineData("1 xpassed, 1 rerun in 0.12s", 1, 0)]
    [InlineData("3 errors in 0.12s", 0, 3)]
    public void The_last_line_has_the_counts(string line, int passed, int failed)
    {
        var results = Listen(["something else", line])!;

        Assert.Equal((passed, failed), (results.Passed, results.Failed));
    }

    [Theory]
    [InlineData("Ran 3 tests in 0.001s")]
    [InlineData("FAILED (failures=1)")]
    [InlineData("done in 3s")]
    [InlineData("")]
    public void The_output_of_another_program_has_no_results(string line) => Assert.Null(Listen([line]));

    [Fact]
    public void Any_output_is_taken() => Prop.ForAll(
        Gen.Elements("FAILED ", "ERROR ", "a.py", "::", "[", "]", " - ", "= short test summary info =", "1 failed", " in 0.1s", ", ", "9999999999999 passed", "\u001b[31m", "(", "\n").ListOf().ToArbitrary(),
        parts => Listen(string.Concat(parts).Split('\n')) is null or { Failed: >= 0, Passed: >= 0 })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static TestResults? Listen(IEnumerable<string> lines)
    {
        var output = new PytestOutput();
        foreach (var line in lines)
        {
            output.Add(line);
        }

        return output.Results;
    }
}
