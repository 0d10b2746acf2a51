using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Recording;
using ModelOps.Core.Tests.Gathering;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Recording;

public sealed class RunRecorderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_store_refuses_of_a_record_that_nothing_depends_on_is_a_warning(bool isThere)
    {
        using var lab = new GatheringLab();
        await using var catalog = await TestCatalogs.OpenAsync("sqlite:///runs.db", lab.Root);
        var experiment = await catalog.Tracking.EnsureExperimentAsync("training", default);
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, "weekly", DateTimeOffset.UnixEpoch, []), default);
        var record = new RunRecord();
        record.Add("rmse", 1.5);

        var logged = await new RunRecorder(catalog.Tracking, lab.Context).TryWriteAsync(isThere ? run : run with { Id = "0123abcd" }, record, default);

        Assert.Equal(isThere ? 1 : 0, logged);
        var findings = lab.Context.Diagnostics;
        Assert.Equal(isThere ? 0 : 1, findings.Count);
        Assert.All(findings, finding => Assert.Equal(Severity.Warning, finding.Severity));
        Assert.All(findings, finding => Assert.Contains("not logged to the run 0123abcd", finding.Message, StringComparison.Ordinal));
    }
}
