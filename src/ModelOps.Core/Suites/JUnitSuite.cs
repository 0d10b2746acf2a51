using System.Globalization;
using System.Text;
using System.Xml;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Suites.Results;

namespace ModelOps.Core.Suites;

/// <summary>Writes one stage as a test suite of a JUnit file. What happened beside the tests is a test case of its own, so that no viewer overlooks it.</summary>
internal sealed class JUnitSuite(XmlWriter xml, string root)
{
    /// <summary>Writes the element.</summary>
    public void Write(StageReport report)
    {
        var errors = report.Diagnostics.Where(finding => finding.Descriptor != TestDiagnostics.TestFailed).ToList();
        var notRun = report.Status == StageStatus.NotRun ? 1 : 0;
        var results = report.Results;
        xml.WriteStartElement("testsuite");
        WriteAttribute("name", report.Plan.FullName);
        WriteNumber("tests", results.Passed + results.Failed + results.Skipped + errors.Count + notRun);
        WriteNumber("failures", results.Failed);
        WriteNumber("errors", errors.Count);
        WriteNumber("skipped", results.Skipped + notRun);
        WriteSeconds(report.Seconds);
        foreach (var test in results.Cases)
        {
            Write(test);
        }

        foreach (var error in errors)
        {
            WriteStage(report, "error", error.Message);
        }

        if (notRun > 0)
        {
            WriteStage(report, "skipped", "Not run: a stage before it did not pass.");
        }

        xml.WriteEndElement();
    }

    private void Write(TestCase test)
    {
        xml.WriteStartElement("testcase");
        WriteAttribute("classname", test.Class);
        WriteAttribute("name", test.Name);
        WriteSeconds(test.Seconds);
        if (test is { Status: TestStatus.Failed, File: { } file })
        {
            WriteAttribute("file", Path.GetRelativePath(root, file).Replace('\\', '/'));
            WriteNumber("line", test.Line);
        }

        if (test.Status != TestStatus.Passed)
        {
            xml.WriteStartElement(test.Status == TestStatus.Failed ? "failure" : "skipped");
            WriteAttribute("message", test.Message);
            xml.WriteString(Clean(test.Details));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteStage(StageReport report, string element, string message)
    {
        xml.WriteStartElement("testcase");
        WriteAttribute("classname", report.Plan.Suite);
        WriteAttribute("name", report.Plan.Name);
        xml.WriteStartElement(element);
        WriteAttribute("message", message);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteAttribute(string name, string value) => xml.WriteAttributeString(name, Clean(value));

    private void WriteNumber(string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private void WriteSeconds(double seconds) => xml.WriteAttributeString("time", seconds.ToString("0.000", CultureInfo.InvariantCulture));

    // XML has no form for most control characters and for halves of surrogate pairs.
    private static string Clean(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value is >= 0x20 or '\t' or '\n' or '\r' && rune.Value is not (0xFFFE or 0xFFFF) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}
