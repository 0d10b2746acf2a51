using System.Globalization;
using System.Text.RegularExpressions;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Suites.Results;

/// <summary>Listens to the output of a command and reads results from pytest's short summary and its last line, for where no file was written.</summary>
internal sealed partial class PytestOutput
{
    private const int MaxFailures = 1000;
    private const int MaxCount = 1_000_000;

    private readonly List<TestCase> _failures = [];
    private Dictionary<string, int>? _counts;

    /// <summary>Takes the next line.</summary>
    public void Add(string line)
    {
        var text = RelayText.WithoutColors(line).TrimEnd();
        if (SummaryHeader().IsMatch(text))
        {
            _failures.Clear();
        }
        else if (Failure().Match(text) is { Success: true } failure && _failures.Count < MaxFailures)
        {
            _failures.Add(Case(failure.Groups["id"].Value, failure.Groups["message"].Value));
        }
        else if (LastLine().IsMatch(text))
        {
            _counts = Count().Matches(text).GroupBy(match => match.Groups["what"].Value.TrimEnd('s'), Number).ToDictionary(group => group.Key, group => (int)Math.Min(MaxCount, group.Sum(count => (long)count)));
        }
    }

    /// <summary>What pytest said; null when it was not pytest, or it did not come to its end.</summary>
    public TestResults? Results => _counts is null ? null : new TestResults(_failures)
    {
        UnnamedPassed = Of("passed") + Of("xpassed"),
        UnnamedFailed = Math.Max(0, Of("failed") + Of("error") - _failures.Count),
        UnnamedSkipped = Of("skipped") + Of("xfailed"),
    };

    private static TestCase Case(string id, string message)
    {
        var parts = id.Split("::", 2);
        var isFile = parts[0].EndsWith(".py", StringComparison.Ordinal);
        return new(parts.Length == 2 ? parts[0] : "", parts[^1], TestStatus.Failed, 0) { Message = message, File = isFile ? parts[0] : null };
    }

    private int Of(string what) => _counts!.GetValueOrDefault(what);

    private static int Number(Match match) => int.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    [GeneratedRegex(@"\A=+ short test summary info =+\z", RegexOptions.CultureInvariant)]
    private static partial Regex SummaryHeader();

    // A parameter may hold spaces and dashes; it ends at its bracket.
    [GeneratedRegex(@"\A(FAILED|ERROR) (?<id>[^\s\[]+(\[.*?\](?= - |\z))?)( - (?<message>.*))?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Failure();

    [GeneratedRegex(@"\A(=+ )?(no tests (ran|collected)|\d+ [a-z]+( [a-z]+)?(, \d+ [a-z]+( [a-z]+)?)*)( \([^)]*\))? in [0-9.]+s( \([0-9:]+\))?( =+)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LastLine();

    [GeneratedRegex(@"(?<count>\d+) (?<what>failed|passed|skipped|xfailed|xpassed|errors?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
