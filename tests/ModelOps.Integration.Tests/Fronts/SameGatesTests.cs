using ModelOps.Integration.Tests.Node;
using ModelOps.Integration.Tests.Testing;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>Every front judges the same versions of one catalog the same.</summary>
public sealed class SameGatesTests(FrontFixture fixture) : IClassFixture<FrontFixture>, IAsyncLifetime
{
    private const string NoLimits = """
            gates:
              metrics:
                - { name: rmse, max: 100000 }
              champion:
                enabled: false
              verify:
                required: [shuffled-predictions]

        environments:
        """;

    private readonly FrontLab _lab = fixture.Lab;

    /// <summary>Registers a good version and a bad one, which the tests judge again and again.</summary>
    public async Task InitializeAsync()
    {
        QuickSuite.Write(_lab.Path);
        _lab.Write("wide.yml", _lab.Read("modelops.yml").Replace("environments:", NoLimits, StringComparison.Ordinal));
        foreach (var error in new[] { 1, 900 })
        {
            QuickSuite.WritePredictions(_lab.Path, error);
            foreach (var call in new[] { FrontCall.Package, FrontCall.RegisterInDev })
            {
                var run = await _lab.Fronts[0](call);
                Assert.True(run.ExitCode == 0, run.Log);
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [NodeFact]
    public async Task A_version_that_passes_and_one_that_fails_are_the_same_on_all_five_fronts()
    {
        var passed = await _lab.Fronts[0](FrontCall.Validate(version: 1));
        Assert.True(passed.ExitCode == 0, passed.Log);
        Assert.Equal(("passed", "promote", "challenger", "better"), (passed.Outputs["status"], passed.Outputs["decision"], passed.Outputs["alias"], passed.Outputs["verdict"]));
        var failed = await _lab.Fronts[0](FrontCall.Validate(version: 2));
        Assert.True(failed.ExitCode == 3, failed.Log);
        Assert.Equal(("failed", "reject"), (failed.Outputs["status"], failed.Outputs["decision"]));

        foreach (var front in _lab.Fronts.Skip(1))
        {
            var run = await front(FrontCall.Validate(version: 1));
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal(passed.Outputs, run.Outputs);

            run = await front(FrontCall.Validate(version: 2));
            Assert.True(run.ExitCode == 3, $"{front.Method.Name}: exit code {run.ExitCode}: {run.Log}");
            Assert.Contains("MOP6009", run.Log, StringComparison.Ordinal);

            // A Cake alias that fails throws, so its outputs are in the reports only.
            if (front != _lab.Cake)
            {
                Assert.Equal(failed.Outputs, run.Outputs);
            }
        }
    }

    [NodeFact]
    public async Task Bad_candidates_are_stopped_and_survive_the_same_on_all_five_fronts()
    {
        var stopped = await _lab.Fronts[0](FrontCall.GatesVerify("modelops.yml"));
        Assert.True(stopped.ExitCode == 0, stopped.Log);
        Assert.Equal("0", stopped.Outputs["requiredSurvived"]);
        Assert.Contains("shuffled-predictions true stopped champion", stopped.Outputs["mutants"], StringComparison.Ordinal);
        foreach (var front in _lab.Fronts.Skip(1))
        {
            var run = await front(FrontCall.GatesVerify("modelops.yml"));
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal(stopped.Outputs, run.Outputs);
        }

        foreach (var front in _lab.Fronts)
        {
            var run = await front(FrontCall.GatesVerify("wide.yml"));
            Assert.True(run.ExitCode == 3, $"{front.Method.Name}: exit code {run.ExitCode}: {run.Log}");
            Assert.Contains("MOP7005", run.Log, StringComparison.Ordinal);
        }
    }
}
