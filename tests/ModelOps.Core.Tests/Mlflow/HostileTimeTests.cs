using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>Whoever may write a run may write any number as its times.</summary>
public sealed class HostileTimeTests
{
    [Theory]
    [InlineData(1_700_000_000_000_000_000)]
    [InlineData(1L << 62)]
    [InlineData(-(1L << 62))]
    [InlineData(long.MaxValue)]
    public async Task A_run_with_a_time_beyond_every_date_stops_no_verb(long time)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await RegisterAsync(lab, "first");
        var experiment = server.State.Experiments.Single(candidate => candidate.Name == "modelops/dev.health.diabetes");
        server.State.Runs.Add(new()
        {
            Id = new('f', 32), ExperimentId = experiment.Id, Name = "promote", StartTime = time, EndTime = time, ArtifactUri = "", Status = "FINISHED", Tags = { ["modelops.action"] = "promote" },
        });

        await RegisterAsync(lab, "second");
        Assert.Equal(["promote", "register", "register"], (await lab.DoAsync<HistoryResult>("history", ("Environment", "dev"))).Entries.Select(row => row.Action).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await lab.DoAsync<StatusResult>("status", ("Environment", "dev"))).Versions.Count);
    }

    private static async Task RegisterAsync(ReleaseLab lab, string content)
    {
        lab.ChangeModel(content);
        lab.Git.Commit(content);
        await lab.DoAsync<RegisterResult>("register", ("Package", await lab.PackageAsync()), ("Environment", "dev"));
    }
}
