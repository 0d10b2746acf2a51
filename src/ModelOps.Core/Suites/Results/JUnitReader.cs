using System.Globalization;

namespace ModelOps.Core.Suites.Results;

/// <summary>Reads JUnit XML in the dialects of pytest, surefire, jest and their kin.</summary>
internal sealed class JUnitReader
{
    private readonly BoundedXml _xml;
    private readonly List<TestCase> _cases = [];
    private bool _isPytest;

    private JUnitReader(BoundedXml xml) => _xml = xml;

    /// <summary>Reads from the root element to the end.</summary>
    public static TestResults Read(BoundedXml xml)
    {
        var reader = new JUnitReader(xml);
        do
        {
            reader.ReadNode();
        }
        while (xml.Read());
        return new(reader._cases);
    }

    private void ReadNode()
    {
        if (_xml.IsStart("testsuite"))
        {
            _isPytest = _xml.Attribute("name") == "pytest";
        }
        else if (_xml.IsStart("testcase"))
        {
            _cases.Add(ReadCase());
        }
    }

    private TestCase ReadCase()
    {
        _xml.CountCase();
        var status = _xml.Attribute("status") is "notrun" or "disabled" or "skipped" ? TestStatus.Skipped : TestStatus.Passed;
        var test = new TestCase(_xml.Attribute("classname"), _xml.Attribute("name"), status, TestSeconds.Parse(_xml.Attribute("time")))
        {
            File = _xml.Attribute("file") is { Length: > 0 } file ? file : null,
            Line = Line(_xml.Attribute("line")),
        };
        _xml.ForEachInside(() => test = ReadVerdict(test));
        return test;
    }

    private TestCase ReadVerdict(TestCase test)
    {
        if (_xml.IsStart("skipped") && test.Status != TestStatus.Failed)
        {
            return test with { Status = TestStatus.Skipped };
        }

        if ((!_xml.IsStart("failure") && !_xml.IsStart("error")) || test.Status == TestStatus.Failed)
        {
            return test;
        }

        var (message, type) = (_xml.Attribute("message"), _xml.Attribute("type"));
        var details = _xml.ReadText();
        return test with { Status = TestStatus.Failed, Message = FirstOf(message, details, type), Details = details };
    }

    private static string FirstOf(string message, string details, string type) =>
        message.Trim() is { Length: > 0 } said ? said
        : details.Trim() is { Length: > 0 } text ? text.Split('\n')[0].TrimEnd()
        : type;

    // pytest counts lines from 0 in its older family of attributes.
    private int Line(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line < int.MaxValue ? line + (_isPytest ? 1 : 0) : 0;
}
