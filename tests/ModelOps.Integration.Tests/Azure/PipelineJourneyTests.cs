using ModelOps.Integration.Tests.Azure.Agents;
using ModelOps.Integration.Tests.Node;
using ModelOps.Integration.Tests.Testing;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>The committed pipeline and its templates with the command as it was built, on embedded catalogs.</summary>
public sealed class PipelineJourneyTests : IDisposable
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Groups = new[] { "modelops-staging", "modelops-prod" }
        .ToDictionary(group => group, IReadOnlyDictionary<string, string> (_) => new Dictionary<string, string> { ["MLFLOW_TRACKING_TOKEN"] = "the-token" });

    private readonly ReleaseLab _lab = new();
    private readonly CommandStub _machine;

    public PipelineJourneyTests() => _machine = CommandStub.WithInstallableCommand(_lab.Path);

    [NodeFact]
    public async Task Pushes_that_change_no_model_stay_green_and_none_brings_back_what_was_rolled_back()
    {
        QuickSuite.Write(_lab.Path);

        // Jobs run in clones, and all of them on the same catalogs.
        Edit("modelops.yml", "sqlite:///", $"sqlite:///{_lab.Path}/");
        File.Copy(Path.Combine(TestFiles.Root, "templates", "azure-pipelines", "azure-pipelines.yml"), Path.Combine(_lab.Path, "azure-pipelines.yml"));
        Edit("azure-pipelines.yml", "churn", "diabetes");
        var reports = new List<bool>();
        await new ReleaseJourney(_lab, async (branch, commit) =>
        {
            var run = new PipelineRun(_machine, _lab.Path, Groups);
            var steps = await run.PushAsync("azure-pipelines.yml", branch, commit);
            Assert.All(steps, step => Assert.True(step.Outcome != StepOutcome.Failed, $"{branch}, {step.Stage}, {step.Name}: {step.Log}"));
            Assert.Contains("modelpkg", run.Artifacts);
            reports.Add(run.Artifacts.Contains("validation"));
        }).TravelAsync();

        // Of what is judged there are reports: two models, on both branches.
        Assert.Equal([true, true, false, false, true, true, false, false], reports);
    }

    public void Dispose()
    {
        _machine.Dispose();
        _lab.Dispose();
    }

    private void Edit(string file, string text, string other)
    {
        var path = Path.Combine(_lab.Path, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(text, other, StringComparison.Ordinal));
    }
}
