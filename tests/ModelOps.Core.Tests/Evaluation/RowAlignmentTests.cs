using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class RowAlignmentTests : IDisposable
{
    private static readonly PredictionColumns Keyed = PredictionLab.Regression with { Key = "k" };

    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Any_order_of_the_champion_is_brought_into_that_of_the_challenger()
    {
        var cases = from count in Gen.Choose(1, 200) from seed in Gen.Choose(0, int.MaxValue) select (count, seed);
        Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var random = new Random(pair.seed);
            var rows = Enumerable.Range(0, pair.count).Select(row => $"k{row},{row % 7},{row},{row % 3},g{row % 4},{row % 5}").ToArray();
            var challenger = Read(rows);
            var shuffled = rows.ToArray();
            random.Shuffle(shuffled);
            var (_, champion) = RowAlignment.Align(challenger, Read(shuffled), "challenger", "champion");
            return champion.Predictions.SequenceEqual(challenger.Predictions)
                && champion.Labels.SequenceEqual(challenger.Labels)
                && champion.Clusters!.SequenceEqual(challenger.Clusters!)
                && champion.Slices[0].Codes.SequenceEqual(challenger.Slices[0].Codes)
                && Enumerable.Range(0, pair.count).All(row => champion.Keys![row].SequenceEqual(challenger.Keys![row]));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Everything_that_differs_is_reported_at_once_with_examples()
    {
        var challenger = await _lab.ReadAsync("k,y,p\n" + Rows(0, 20, row => $"k{row},{row},0"), Keyed);
        var champion = await _lab.ReadAsync("k,y,p\n" + Rows(7, 22, row => $"k{row},{(row % 2 == 0 ? row : -row)},0"), Keyed);
        Assert.Equal(
            [
                "Keys of 'new.csv' that 'old.csv' lacks: 7, such as 'k0', 'k1', 'k2', 'k3', 'k4'.",
                "Keys of 'old.csv' that 'new.csv' lacks: 2, such as 'k20', 'k21'.",
                "Rows with another label in 'new.csv' than in 'old.csv': 7, such as key 'k7' (7 and -7), key 'k9' (9 and -9), key 'k11' (11 and -11), key 'k13' (13 and -13), key 'k15' (15 and -15).",
            ],
            Refuse(challenger, champion));
    }

    [Fact]
    public async Task Keys_that_are_there_twice_are_reported_for_both()
    {
        var set = await _lab.ReadAsync("k,y,p\na,1,1\nb,1,1\nc,1,1\n", Keyed);
        var problems = Refuse(set.Select([0, 1, 2, 1]), set.Select([0, 0, 1, 2]));
        Assert.Equal(["Keys that 'new.csv' has more than once: 1, such as 'b'.", "Keys that 'old.csv' has more than once: 1, such as 'a'."], problems);
    }

    [Theory]
    [InlineData("0.1", "0.10000000149011612", false)]
    [InlineData("1000000", "1000000.5", false)]
    [InlineData("1000000", "1000002", true)]
    [InlineData("0", "0.0000001", true)]
    public async Task A_label_may_differ_by_single_precision_only(string mine, string yours, bool isRefused)
    {
        var (challenger, champion) = (await _lab.ReadAsync($"k,y,p\na,{mine},1\n", Keyed), await _lab.ReadAsync($"k,y,p\na,{yours},2\n", Keyed));
        if (isRefused)
        {
            Assert.Single(Refuse(challenger, champion));
        }
        else
        {
            Assert.Equal(challenger.Labels, RowAlignment.Align(challenger, champion, "a", "b").Champion.Labels);
        }
    }

    [Theory]
    [InlineData("a,1,1,1,g,c\nb,1,1,1,g,d\n", "a,1,1,2,g,c\nb,1,1,1,g,d\n", "another weight")]
    [InlineData("a,1,1,1,g,c\nb,1,1,1,g,d\n", "a,1,1,1,h,c\nb,1,1,1,g,d\n", "another slice s")]
    [InlineData("a,1,1,1,g,c\nb,1,1,1,g,d\n", "a,1,1,1,g,d\nb,1,1,1,g,d\n", "another cluster")]
    [InlineData("a,1,1,1,g,c\nb,1,1,1,g,c\n", "a,1,1,1,g,d\nb,1,1,1,g,c\n", "another cluster")]
    public async Task What_a_row_is_must_be_the_same_for_both(string mine, string yours, string part)
    {
        var columns = Keyed with { Weight = "w", Slices = ["s"], Cluster = "c" };
        var challenger = await _lab.ReadAsync("k,y,p,w,s,c\n" + mine, columns);
        Assert.Contains(part, Assert.Single(Refuse(challenger, await _lab.ReadAsync("k,y,p,w,s,c\n" + yours, columns))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,5\n2,5\n", "1,6\n2,7\n", null)]
    [InlineData("1,5\n2,5\n", "2,6\n1,7\n", "row 1 (1 and 2), row 2 (2 and 1)")]
    [InlineData("1,5\n2,5\n", "1,6\n", "'new.csv' has 2 rows, 'old.csv' 1")]
    public async Task Without_keys_rows_go_by_their_order(string mine, string yours, string? part)
    {
        var challenger = await _lab.ReadAsync("y,p\n" + mine, PredictionLab.Regression);
        var champion = await _lab.ReadAsync("y,p\n" + yours, PredictionLab.Regression);
        if (part is null)
        {
            Assert.Equal([6.0, 7], RowAlignment.Align(challenger, champion, "a", "b").Champion.Predictions);
        }
        else
        {
            Assert.Contains(part, Assert.Single(Refuse(challenger, champion)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Classes_that_only_one_model_predicts_are_given_to_both()
    {
        var columns = PredictionLab.Multiclass with { Key = "k", Probability = ["1=a", "3=b"] };
        var challenger = await _lab.ReadAsync("k,y,p,a,b\nr,1,1,0.9,0.1\ns,3,3,0.2,0.8\n", columns);
        var champion = await _lab.ReadAsync("k,y,p,a,b\ns,3,2,0.5,0.5\nr,1,1,0.7,0.3\n", columns with { Probability = [] });
        var (mine, yours) = RowAlignment.Align(challenger, champion, "a", "b");
        Assert.Equal(["1", "2", "3"], mine.Classes);
        Assert.Equal(mine.Classes, yours.Classes);
        Assert.Equal([0.0, 2], mine.Labels);
        Assert.Equal([0.0, 2], mine.Predictions);
        Assert.Equal([0.0, 1], yours.Predictions);
        Assert.Equal([[0.9, 0.2], [0, 0], [0.1, 0.8]], mine.Probabilities);
    }

    [Fact]
    public async Task A_negative_class_that_one_file_does_not_name_is_learnt_from_the_other()
    {
        var columns = PredictionLab.Binary with { Positive = "yes" };
        var challenger = await _lab.ReadAsync("y,p\nyes,yes\nyes,yes\n", columns);
        var champion = await _lab.ReadAsync("y,p\nyes,no\nyes,yes\n", columns);
        var (mine, yours) = RowAlignment.Align(challenger, champion, "a", "b");
        Assert.Equal([["no", "yes"], ["no", "yes"]], [mine.Classes, yours.Classes]);
        Assert.Equal([0.0, 1], yours.Predictions);
        Assert.Equal(mine.Classes, RowAlignment.Align(champion, challenger, "a", "b").Champion.Classes);
    }

    [Fact]
    public async Task Other_classes_are_another_task()
    {
        var problem = Assert.Single(Refuse(await _lab.ReadAsync("y,p\na,b\n", PredictionLab.Binary), await _lab.ReadAsync("y,p\na,c\n", PredictionLab.Binary)));
        Assert.Equal("The classes of 'new.csv' are 'a', 'b', those of 'old.csv' 'a', 'c'.", problem);
    }

    private static string[] Refuse(PredictionSet challenger, PredictionSet champion)
    {
        var failure = Assert.Throws<ModelOpsException>(() => RowAlignment.Align(challenger, champion, "'new.csv'", "'old.csv'"));
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.All(failure.Diagnostics, problem => Assert.Equal("MOP6004", problem.Code));
        return [.. failure.Diagnostics.Select(problem => problem.Message)];
    }

    private PredictionSet Read(string[] rows) => PredictionReader
        .ReadAsync(_lab.Write("k,y,p,w,s,c\n" + string.Join('\n', rows)), Keyed with { Slices = ["s"], Cluster = "c" }, CancellationToken.None).GetAwaiter().GetResult();

    private static string Rows(int from, int to, Func<int, string> row) => string.Concat(Enumerable.Range(from, to - from).Select(index => row(index) + "\n"));
}
