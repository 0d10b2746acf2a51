using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Suites.Results;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Suites;

public sealed class ResultFileTests
{
    [Fact]
    public void A_file_of_pytest_is_read()
    {
        var results = Recorded("pytest.xml");

        Assert.Equal((4, 4, 2), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal(
            ["tests.test_scores.test_wrong", "tests.test_scores.test_name[b - c]", "tests.test_scores.test_name[d[e]]", "tests.test_scores.test_fixture"],
            Failed(results).Select(test => test.FullName));
        Assert.StartsWith("AssertionError: expected <1> & #x1B[31mred\nassert", Failed(results).First().Message, StringComparison.Ordinal);
        Assert.EndsWith("tests/test_scores.py:14: AssertionError", Failed(results).First().Details, StringComparison.Ordinal);
    }

    [Fact]
    public void The_older_family_of_pytest_names_files_and_counts_lines_from_0()
    {
        var results = Recorded("pytest-xunit1.xml");

        Assert.Equal(("tests/test_import.py", 0), (results.Cases[0].File, results.Cases[0].Line));
        Assert.Equal("collection failure", results.Cases[0].Message);
        Assert.Equal(("tests/test_scores.py", 13), (results.Cases[2].File, results.Cases[2].Line));
    }

    [Fact]
    public void A_file_without_tests_is_read() => Assert.Empty(Recorded("pytest-empty.xml").Cases);

    [Fact]
    public void A_file_of_dotnet_test_is_read()
    {
        var results = Recorded("dotnet.trx");

        Assert.Equal((2, 2, 1), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal(["Demo.ScoreTests.A_score_is_rounded", "Demo.ScoreTests.A_count_is_even(count: 1)"], Failed(results).Select(test => test.FullName));
        Assert.StartsWith("Assert.Equal() Failure: Strings differ", Failed(results).First().Message, StringComparison.Ordinal);
        Assert.Contains("in /build/Demo/ScoreTests.cs:line 13", Failed(results).First().Details, StringComparison.Ordinal);
        Assert.Equal(0.0039945, Failed(results).First().Seconds);
    }

    [Fact]
    public void Rows_of_a_data_driven_test_are_tests_and_their_sum_is_none()
    {
        var results = Read("""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testId="1" testName="Rows" outcome="Failed" resultType="DataDrivenTest" duration="00:00:03"><InnerResults>
                <UnitTestResult testId="1" testName="Rows (1)" outcome="Passed" resultType="DataDrivenDataRow" duration="00:00:01" />
                <UnitTestResult testId="1" testName="Rows (2)" outcome="Timeout" duration="00:00:02"><Output><ErrorInfo><Message>late</Message></ErrorInfo></Output></UnitTestResult>
              </InnerResults></UnitTestResult>
              <UnitTestResult testId="2" testName="Other" outcome="Inconclusive" />
            </Results><TestDefinitions><UnitTest id="1"><TestMethod className="Space.Type, Assembly, Version=1.0" /></UnitTest></TestDefinitions></TestRun>
            """);

        Assert.Equal([("Space.Type.Rows (1)", TestStatus.Passed), ("Space.Type.Rows (2)", TestStatus.Failed), ("Other", TestStatus.Skipped)], Verdicts(results));
        Assert.Equal("late", results.Cases[1].Message);
    }

    [Fact]
    public void The_dialect_of_surefire_is_read()
    {
        var results = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0" name="com.acme.ScoreTest" time="1,234.5" tests="5" errors="1" skipped="1" failures="1">
              <properties><property name="java.version" value="21"/></properties>
              <testcase name="rounds" classname="com.acme.ScoreTest" time="1,200.5"/>
              <testcase name="scales" classname="com.acme.ScoreTest" time="0.01"><failure message="expected: &lt;1&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[org.opentest4j.AssertionFailedError: expected: <1>
                at com.acme.ScoreTest.scales(ScoreTest.java:12)]]></failure><system-out>failure</system-out></testcase>
              <testcase name="breaks" classname="com.acme.ScoreTest" time="0"><error type="java.lang.NullPointerException"/></testcase>
              <testcase name="waits" classname="com.acme.ScoreTest" time="0"><skipped message="later"/></testcase>
              <testcase name="flakes" classname="com.acme.ScoreTest" time="0.1"><flakyFailure message="once" type="x"><stackTrace>at y</stackTrace></flakyFailure></testcase>
            </testsuite>
            """);

        Assert.Equal(
            [
                ("com.acme.ScoreTest.rounds", TestStatus.Passed), ("com.acme.ScoreTest.scales", TestStatus.Failed), ("com.acme.ScoreTest.breaks", TestStatus.Failed),
                ("com.acme.ScoreTest.waits", TestStatus.Skipped), ("com.acme.ScoreTest.flakes", TestStatus.Passed),
            ],
            Verdicts(results));
        Assert.Equal(1200.5, results.Cases[0].Seconds);
        Assert.Equal(["expected: <1>", "java.lang.NullPointerException"], Failed(results).Select(test => test.Message));
    }

    [Fact]
    public void The_dialect_of_jest_is_read()
    {
        var results = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="jest tests" tests="2" failures="1" errors="0" time="0.6">
              <testsuite name="scores" errors="0" failures="1" skipped="0" timestamp="2026-01-01T00:00:00" time="0.5" tests="2">
                <testcase classname="scores rounds" name="scores rounds" time="0.003" file="test/scores.test.js"></testcase>
                <testcase classname="scores scales" name="scores scales" time="0.004">
                  <failure>Error: expect(received).toBe(expected)
                at Object.&lt;anonymous&gt; (/build/churn/test/scores.test.js:7:13)</failure>
                </testcase>
              </testsuite>
            </testsuites>
            """);

        Assert.Equal([("scores rounds.scores rounds", TestStatus.Passed), ("scores scales.scores scales", TestStatus.Failed)], Verdicts(results));
        Assert.Equal("Error: expect(received).toBe(expected)", results.Cases[1].Message);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("Infinity")]
    [InlineData("1e300")]
    [InlineData("soon")]
    [InlineData("")]
    public void A_duration_that_cannot_be_one_does_not_break_sums(string time) =>
        Assert.Equal(0, Read($"<testsuite><testcase name='a' time='{time}'/></testsuite>").Cases[0].Seconds);

    [Theory]
    [InlineData("", "is not XML")]
    [InlineData("plain text", "is not XML")]
    [InlineData("<testsuites><testsuite><testcase name='a'/>", "is not XML")]
    [InlineData("<html/>", "begins with <html>")]
    [InlineData("<!DOCTYPE testsuite [<!ENTITY a 'b'>]><testsuite><testcase name='&a;'/></testsuite>", "is not XML")]
    [InlineData("<!DOCTYPE testsuite SYSTEM 'file:///etc/passwd'><testsuite/>", "is not XML")]
    [InlineData("<testsuite><testcase name='&unknown;'/></testsuite>", "is not XML")]
    public void What_is_no_file_of_results_is_refused_with_a_reason(string text, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<RefusedResultsException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Depth_and_number_of_tests_have_bounds()
    {
        var deep = string.Concat(Enumerable.Repeat("<testsuite>", ResultFile.MaxDepth + 10));
        Assert.Contains("deep", Assert.Throws<RefusedResultsException>(() => Read(deep)).Message, StringComparison.Ordinal);
        var deepInside = $"<testsuite><testcase><failure>{string.Concat(Enumerable.Repeat("<a>", ResultFile.MaxDepth + 10))}";
        Assert.Contains("deep", Assert.Throws<RefusedResultsException>(() => Read(deepInside)).Message, StringComparison.Ordinal);
        var many = $"<testsuite>{string.Concat(Enumerable.Repeat("<testcase/>", ResultFile.MaxCases + 1))}</testsuite>";
        Assert.Contains($"more than {ResultFile.MaxCases}", Assert.Throws<RefusedResultsException>(() => Read(many)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_are_cut()
    {
        var text = new string('x', 500_000);
        var test = Read($"<testsuite><testcase name='{text}'><failure message='{text}'>{text}</failure></testcase><testcase name='next'/></testsuite>").Cases;

        Assert.Equal(BoundedXml.MaxText, test[0].Name.Length);
        Assert.Equal(BoundedXml.MaxText, test[0].Message.Length);
        Assert.Equal(BoundedXml.MaxText, test[0].Details.Length);
        Assert.Equal("next", test[1].Name);
    }

    [Fact]
    public void Control_characters_that_a_writer_left_in_are_read() =>
        Assert.Equal("a\u001bb\0", Read("<testsuite><testcase name='a&#x1b;b&#0;'/></testsuite>").Cases[0].Name);

    [Fact]
    public void Any_names_and_messages_come_back() => Prop.ForAll(Texts().ToArbitrary(), texts =>
    {
        var escaped = texts.Select(text => System.Security.SecurityElement.Escape(text)!.Replace("\n", "&#10;", StringComparison.Ordinal)).ToArray();
        var cases = Read($"<testsuites>{string.Concat(escaped.Select(text => $"<testsuite><testcase name=\"{text}\" time=\"0.5\"><failure message=\"{text}\">{text}</failure></testcase></testsuite>"))}</testsuites>").Cases;
        return cases.Select(test => test.Name).SequenceEqual(texts) && cases.Select(test => test.Details).SequenceEqual(texts)
            && cases.Sum(test => test.Seconds).Equals(texts.Count * 0.5);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Any_damage_is_read_or_refused() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, 4000), Gen.Choose(0, 255)).Zip(Gen.Elements("pytest.xml", "dotnet.trx", "pytest-xunit1.xml")).ToArbitrary(), damage =>
        {
            var ((place, value), file) = damage;
            var bytes = File.ReadAllBytes(DataFile(file));
            bytes[place % bytes.Length] = (byte)value;
            try
            {
                return ResultFile.Read(new MemoryStream(bytes), CancellationToken.None).Cases.Count >= 0;
            }
            catch (RefusedResultsException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    internal static string DataFile(string name) => Path.Combine(TestFiles.Root, "tests", "ModelOps.Core.Tests", "Suites", "Data", name);

    private static Gen<IReadOnlyList<string>> Texts() =>
        Gen.Elements("a", "<", ">", "&", "'", "\"", "]]>", "é", "😀", "::", "\n", " x ", "=").ListOf().Select(parts => string.Concat(parts)).ListOf().Select(list => (IReadOnlyList<string>)[.. list]);

    private static TestResults Recorded(string name) => ResultFile.Read(DataFile(name), CancellationToken.None);

    private static TestResults Read(string text) => ResultFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None);

    private static IEnumerable<TestCase> Failed(TestResults results) => results.Cases.Where(test => test.Status == TestStatus.Failed);

    private static IEnumerable<(string Name, TestStatus Status)> Verdicts(TestResults results) => results.Cases.Select(test => (test.FullName, test.Status));
}
