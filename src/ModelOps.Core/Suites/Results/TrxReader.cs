namespace ModelOps.Core.Suites.Results;

/// <summary>Reads TRX, which <c>dotnet test --logger trx</c> writes.</summary>
internal sealed class TrxReader
{
    private readonly BoundedXml _xml;
    private readonly List<(string TestId, TestCase Case)> _cases = [];
    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);

    private TrxReader(BoundedXml xml) => _xml = xml;

    /// <summary>Reads from the root element to the end.</summary>
    public static TestResults Read(BoundedXml xml)
    {
        var reader = new TrxReader(xml);
        while (xml.Read())
        {
            reader.ReadNode();
        }

        return new([.. reader._cases.Select(pair => pair.Case with { Class = reader.ClassOf(pair.TestId, pair.Case.Name) })]);
    }

    private void ReadNode()
    {
        if (_xml.IsStart("UnitTestResult"))
        {
            ReadResult();
        }
        else if (_xml.IsStart("UnitTest"))
        {
            ReadDefinition(_xml.Attribute("id"));
        }
    }

    // The result of a data-driven test holds those of its rows: they are the tests, it is their sum.
    private void ReadResult()
    {
        _xml.CountCase();
        var id = _xml.Attribute("testId");
        var test = new TestCase("", _xml.Attribute("testName"), StatusOf(_xml.Attribute("outcome")), TestSeconds.ParseClock(_xml.Attribute("duration")));
        var (message, trace) = ("", "");
        var before = _cases.Count;
        _xml.ForEachInside(() =>
        {
            if (_xml.IsStart("UnitTestResult"))
            {
                ReadResult();
            }
            else if (_xml.IsStart("Message") && message.Length == 0)
            {
                message = _xml.ReadText().Trim();
            }
            else if (_xml.IsStart("StackTrace"))
            {
                trace = _xml.ReadText();
            }
        });
        if (_cases.Count == before)
        {
            _cases.Add((id, test.Status == TestStatus.Failed ? test with { Message = message, Details = trace } : test));
        }
    }

    private void ReadDefinition(string id) => _xml.ForEachInside(() =>
    {
        if (_xml.IsStart("TestMethod"))
        {
            // MSTest writes the assembly behind the class.
            _xml.CountDefinition();
            _classes[id] = _xml.Attribute("className").Split(',')[0];
        }
    });

    // xunit puts the class into the name of the test as well.
    private string ClassOf(string testId, string name) =>
        _classes.TryGetValue(testId, out var type) && !name.StartsWith(type + ".", StringComparison.Ordinal) ? type : "";

    private static TestStatus StatusOf(string outcome) => outcome switch
    {
        "Passed" or "PassedButRunAborted" or "Completed" or "Warning" => TestStatus.Passed,
        "NotExecuted" or "NotRunnable" or "Inconclusive" or "Pending" or "" => TestStatus.Skipped,
        _ => TestStatus.Failed,
    };
}
