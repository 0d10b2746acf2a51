using ModelOps.Abstractions.Registry;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Integration.Tests.Crash;

/// <summary>Many processes register one commit at once, or die between creating a version and settling.</summary>
public sealed class OneVersionForOneKeyTests
{
    private const int Processes = 24;

    private static readonly ModelName Dev = ModelName.Parse("dev.health.diabetes");
    private static readonly string[] Register = ["Package=diabetes.modelpkg", "Environment=dev"];

    [Fact]
    public async Task Twenty_four_processes_that_register_one_commit_leave_one_version_in_an_embedded_catalog()
    {
        await using var lab = await CrashLab.CreateAsync(onServer: false);
        var runs = Enumerable.Range(0, Processes).Select(_ => lab.Start("run created", "register", Register)).ToList();
        try
        {
            await Task.WhenAll(runs.Select(run => run.ReachAsync("run created")));
            runs.ForEach(run => run.Continue());
            var ends = await Task.WhenAll(runs.Select(run => run.EndAsync()));

            Assert.All(ends, end => Assert.True(end.ExitCode == 0, $"{end.ExitCode}: {end.Error}"));
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }

        Assert.Equal([(1, false)], await VersionsAsync(lab));
    }

    [Fact]
    public async Task A_rerun_settles_what_two_jobs_left_on_a_server_that_died_between_creating_and_settling()
    {
        await using var lab = await CrashLab.CreateAsync(onServer: true);
        var late = new FaultRule("POST /api/2.0/mlflow/model-versions/create", FaultMode.Delay) { Delay = TimeSpan.FromMinutes(10) };
        lab.Faults!.Add(late);
        using (var first = lab.Start("version added", "register", Register))
        {
            await late.Begun;
            using var second = lab.Start("version added", "register", Register);
            await second.ReachAsync("version added");
            late.Release();
            await first.ReachAsync("version added");
        }

        Assert.Equal([(1, false), (2, false)], await VersionsAsync(lab));
        var again = await lab.RunAsync(-1, "register", Register);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal([(1, false), (2, true)], await VersionsAsync(lab));
    }

    private static async Task<List<(int Number, bool IsSuperseded)>> VersionsAsync(CrashLab lab)
    {
        await using var catalog = await lab.OpenAsync("dev");
        var versions = await catalog.Registry.ListVersionsAsync(Dev, null, CancellationToken.None).ToListAsync();
        return [.. versions.Select(version => (version.Version, version.Tags.ContainsKey(VersionTags.SupersededBy))).Order()];
    }
}
