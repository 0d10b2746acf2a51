using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

public sealed class ReferenceTests
{
    public static TheoryData<string, string, bool, bool> Cases => Data(_ => true);

    public static TheoryData<string, string, bool, bool> Resampled => Data(subject => subject.Counted && subject.Task != EvaluationTask.Ranking);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_metric_has_the_value_of_scikit_learn(string file, string part, bool counted, bool weighted)
    {
        var subject = Find(file, part, counted, weighted);
        var (set, counts) = subject.Read();
        AssertValues(subject, set, counts);
    }

    [Theory]
    [InlineData("binary", false, false)]
    [InlineData("binary", false, true)]
    [InlineData("binary", true, false)]
    [InlineData("binary", true, true)]
    [InlineData("regression", false, false)]
    [InlineData("regression", false, true)]
    [InlineData("regression", true, false)]
    [InlineData("regression", true, true)]
    public void A_hundred_thousand_rows_cost_no_digits(string file, bool counted, bool weighted)
    {
        var subject = ReferenceData.Large.Single(candidate => (candidate.File, candidate.Counted, candidate.Weighted) == (file, counted, weighted));
        var (set, counts) = LargeRows.Of(subject.Task);
        AssertValues(subject, weighted ? set : set with { Weights = null }, counted ? counts : []);
    }

    [Theory]
    [MemberData(nameof(Resampled))]
    public void Counting_a_row_is_repeating_it(string file, string part, bool counted, bool weighted)
    {
        var (set, counts) = Find(file, part, counted, weighted).Read();
        var repeated = set.Select([.. counts.SelectMany((count, row) => Enumerable.Repeat(row, count))]);
        foreach (var metric in MetricCatalog.For(set.Task, hasProbabilities: true))
        {
            Assert.Equal(metric.Prepare(repeated).Evaluate([]), metric.Prepare(set).Evaluate(counts), 1e-12);
        }
    }

    [Fact]
    public void Every_metric_of_the_catalogue_has_reference_values_for_each_of_its_tasks()
    {
        foreach (var task in Enum.GetValues<EvaluationTask>())
        {
            var judged = ReferenceData.Cases.Where(candidate => candidate.Task == task).SelectMany(candidate => candidate.Metrics).Where(pair => pair.Value is not null).Select(pair => pair.Key).ToHashSet();
            Assert.Subset(judged, MetricCatalog.For(task, hasProbabilities: true).Select(metric => metric.Name).ToHashSet());
            Assert.Subset(
                judged.Select(name => name.Split('@')[0]).ToHashSet(),
                MetricCatalog.Families.Where(family => family.Tasks.Contains(task)).Select(family => family.Name).ToHashSet());
        }
    }

    [Fact]
    public void The_cases_hold_weights_counts_slices_ties_and_values_that_are_not_defined()
    {
        Assert.All([EvaluationTask.Binary, EvaluationTask.Multiclass, EvaluationTask.Regression, EvaluationTask.Ranking], task =>
        {
            var cases = ReferenceData.Cases.Where(candidate => candidate.Task == task).ToArray();
            Assert.Contains(cases, candidate => candidate is { Weighted: true, Counted: true, Part.Length: > 0 });
            Assert.Contains(cases, candidate => candidate is { Weighted: false, Counted: false, Part: "" });
            var set = cases[0].Read().Set;
            Assert.NotEqual(set.Count, (set.Probabilities.Count > 0 ? set.Probabilities[0] : task == EvaluationTask.Ranking ? set.Predictions : set.Labels).Distinct().Count());
        });
        Assert.Contains(ReferenceData.Cases.SelectMany(candidate => candidate.Metrics), pair => pair.Value is null);
    }

    private static void AssertValues(ReferenceCase subject, PredictionSet set, byte[] counts)
    {
        Assert.NotEmpty(subject.Metrics);
        Assert.All(subject.Metrics, pair =>
        {
            var found = MetricCatalog.Parse(pair.Key, set.Task, hasProbabilities: true).Prepare(set).Evaluate(counts);
            if (pair.Value is { } expected)
            {
                Assert.True(Math.Abs(found - expected) <= (1e-9 * Math.Abs(expected)) + 1e-15, $"{pair.Key}: expected {expected:R} found {found:R}");
            }
            else
            {
                Assert.True(double.IsNaN(found), $"{pair.Key}: expected none found {found:R}");
            }
        });
    }

    private static ReferenceCase Find(string file, string part, bool counted, bool weighted) =>
        ReferenceData.Cases.Single(subject => (subject.File, subject.Part, subject.Counted, subject.Weighted) == (file, part, counted, weighted));

    private static TheoryData<string, string, bool, bool> Data(Func<ReferenceCase, bool> isWanted)
    {
        var data = new TheoryData<string, string, bool, bool>();
        foreach (var (file, part, counted, weighted, _) in ReferenceData.Cases.Where(isWanted))
        {
            data.Add(file, part, counted, weighted);
        }

        return data;
    }
}
