using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

/// <summary>pandas writes 1.0 where it wrote 1, once a column had a gap: the rows are the same.</summary>
public sealed class KeySpellingTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("1 2 30", "30.0 1.0 2.0", "2 3 1")]
    [InlineData("1.5 -2 1e3", "1000 1.50 -2.0", "2 3 1")]
    [InlineData("12345678901234567 12345678901234568", "12345678901234568.0 12345678901234567.0", "2 1")]
    [InlineData("a 1 01", "01 a 1", "2 3 1")]
    [InlineData("1.1 1.10", "1.10 1.1", "2 1")]
    public async Task Numbers_as_keys_have_one_spelling(string challenger, string champion, string order)
    {
        var (_, other) = RowAlignment.Align(await Read(challenger), await Read(champion), "new", "old");
        Assert.Equal(order, string.Join(' ', other.Predictions));
    }

    [Theory]
    [InlineData("1 2", "1.0 3.0", "'2'")]
    [InlineData("01 2", "1.0 2.0", "'01'")]
    [InlineData("a 1", "a 1.0", "'1'")]
    [InlineData("1 2 3", "1.0 1.00 2.0", "'1'")]
    [InlineData("1", "1.0 2.0", "'2'")]
    public async Task Keys_that_are_missing_stay_missing(string challenger, string champion, string part)
    {
        var (ours, theirs) = (await Read(challenger), await Read(champion));
        var failure = Assert.Throws<ModelOpsException>(() => RowAlignment.Align(ours, theirs, "new", "old"));
        Assert.Equal("MOP6004", failure.Diagnostics[0].Code);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    // A row predicts its place in the file.
    private Task<PredictionSet> Read(string keys) => _lab.ReadAsync(
        "k,y,p\n" + string.Concat(keys.Split(' ').Select((key, row) => $"{key},0,{row + 1}\n")), PredictionLab.Regression with { Key = "k" });
}
