using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Tests.Sources;

public sealed class FetchLimitsTests
{
    [Theory]
    [InlineData(1_000, 1_000, true)]
    [InlineData(1_001, 1_000, false)]
    [InlineData(long.MaxValue, 1_000, false)]
    [InlineData(-1, 1_000, false)]
    public void What_a_server_lists_must_fit_on_the_disk(long length, long free, bool fits)
    {
        void Require() => FetchLimits.Require([new("MLmodel", length)], free, "models:/churn/1");

        Assert.Equal(fits ? null : "MOP2305", Record.Exception(Require) is ModelOpsException failure ? failure.Diagnostics[0].Code : null);
    }

    [Fact]
    public void Sizes_that_overflow_a_sum_are_no_small_model()
    {
        ContentFile[] files = [new("a", long.MaxValue), new("b", long.MaxValue), new("c", 2)];

        Assert.Throws<ModelOpsException>(() => FetchLimits.Require(files, free: 10, "models:/churn/1"));
        Assert.Throws<ModelOpsException>(() => FetchLimits.Require(files, (long?)null, "models:/churn/1"));
    }

    [Fact]
    public void More_files_than_a_model_has_are_refused()
    {
        var files = Enumerable.Range(0, FetchLimits.MaxFiles + 1).Select(index => new ContentFile($"{index}", 0)).ToList();

        Assert.Throws<ModelOpsException>(() => FetchLimits.Require(files, free: 10, "models:/churn/1"));
    }
}
