using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class BaselineTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Two_classes_get_the_share_of_the_positive_one()
    {
        var set = Baselines.Constant(await _lab.ReadAsync("y,p,k\nno,yes,a\nno,yes,b\nyes,yes,c\nno,yes,d\n", PredictionLab.Binary with { Key = "k" }));
        Assert.Equal([0.0, 0, 0, 0], set.Predictions);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], Assert.Single(set.Probabilities));
        Assert.Equal(4, set.Keys!.Count);
    }

    [Fact]
    public async Task Weights_decide_which_class_is_frequent()
    {
        var set = Baselines.Constant(await _lab.ReadAsync("y,p,w\na,a,1\na,a,1\nb,a,3\nc,a,0\n", PredictionLab.Multiclass with { Weight = "w" }));
        Assert.Equal([1.0, 1, 1, 1], set.Predictions);
        Assert.Equal([0.4, 0.6, 0], set.Probabilities.Select(column => column[3]));
    }

    [Fact]
    public async Task Of_equally_frequent_classes_the_first_counts()
    {
        var set = await _lab.ReadAsync("y,p\nb,a\na,b\n", PredictionLab.Multiclass);
        Assert.Equal([0.0, 0], Baselines.Constant(set).Predictions);
    }

    [Fact]
    public async Task Values_get_their_weighted_mean()
    {
        var plain = await _lab.ReadAsync("y,p\n1,9\n5,9\n", PredictionLab.Regression);
        var weighted = await _lab.ReadAsync("y,p,w\n1,9,3\n5,9,1\n", PredictionLab.Regression with { Weight = "w" });
        Assert.Equal([3.0, 3], Baselines.Constant(plain).Predictions);
        Assert.Equal([2.0, 2], Baselines.Constant(weighted).Predictions);
    }

    [Fact]
    public async Task Items_get_one_score() =>
        Assert.Single(Baselines.Constant(await _lab.ReadAsync("y,p,q\n1,9,a\n5,8,a\n", PredictionLab.Ranking)).Predictions.Distinct());
}
