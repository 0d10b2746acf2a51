using System.Globalization;
using System.Text;
using ModelOps.Integration.Tests.Node;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>Every front computes the same of the same files of predictions.</summary>
public sealed class SameVerdictTests : IClassFixture<FrontFixture>
{
    private const int Rows = 400;

    private readonly FrontLab _lab;

    // Scores that separate the classes by a distance, and differ from one file to the next as models do: by noise of their own.
    public SameVerdictTests(FrontFixture fixture)
    {
        _lab = fixture.Lab;
        _lab.Write("champion.csv", Predictions(0.20, noise: 0));
        _lab.Write("better.csv", Predictions(0.30, noise: 1));
        _lab.Write("worse.csv", Predictions(0.08, noise: 2));
        _lab.Write("similar.csv", Predictions(0.20, noise: 3));
    }

    [NodeFact]
    public async Task Metrics_are_the_same_on_all_five_fronts()
    {
        var expected = await _lab.Fronts[0](FrontCall.Evaluate);
        Assert.True(expected.ExitCode == 0, expected.Log);
        Assert.Equal("400", expected.Outputs["rows"]);
        Assert.Matches(@"^roc_auc 0\.\d+$", expected.Outputs["metrics"]);
        Assert.Matches(@"^plan=basic 200 roc_auc 0\.\d+, plan=pro 200 roc_auc 0\.\d+$", expected.Outputs["sliceMetrics"]);

        foreach (var front in _lab.Fronts.Skip(1))
        {
            var run = await front(FrontCall.Evaluate);
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal(expected.Outputs, run.Outputs);
        }
    }

    [NodeFact]
    public async Task A_better_challenger_has_the_same_effect_and_interval_on_all_five_fronts()
    {
        var expected = await _lab.Fronts[0](FrontCall.Compare("better.csv"));
        Assert.True(expected.ExitCode == 0, expected.Log);
        Assert.True(double.Parse(expected.Outputs["lower"], CultureInfo.InvariantCulture) > 0, expected.Log);

        foreach (var front in _lab.Fronts.Skip(1))
        {
            var run = await front(FrontCall.Compare("better.csv"));
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal(expected.Outputs, run.Outputs);
        }
    }

    [NodeTheory]
    [InlineData("worse.csv", 3, "MOP6009")]
    [InlineData("similar.csv", 8, "MOP6010")]
    public async Task What_is_worse_or_undecided_has_the_same_exit_code_on_all_five_fronts(string challenger, int exitCode, string finding)
    {
        foreach (var front in _lab.Fronts)
        {
            var run = await front(FrontCall.Compare(challenger));
            Assert.True(run.ExitCode == exitCode, $"{front.Method.Name}: exit code {run.ExitCode}: {run.Log}");
            Assert.Contains(finding, run.Log, StringComparison.Ordinal);
        }
    }

    private static string Predictions(double distance, int noise)
    {
        var text = new StringBuilder("id,label,score,plan\n");
        for (var row = 0; row < Rows; row++)
        {
            var label = row % 2;
            var raw = 0.5 + (label == 1 ? distance : -distance) + (0.4 * Math.Sin(row * 7.1)) + (0.02 * Math.Sin((row * 3.3) + noise));
            var score = Math.Clamp(raw, 0.02, 0.98);
            text.Append(CultureInfo.InvariantCulture, $"r{row},{label},{score:F6},{(row / 2 % 2 == 0 ? "basic" : "pro")}\n");
        }

        return text.ToString();
    }
}
