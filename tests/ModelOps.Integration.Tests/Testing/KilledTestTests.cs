using System.Diagnostics;
using ModelOps.Core.Verbs.Clean;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Testing;

/// <summary>A test against a server is killed, and <c>clean</c> removes what it left once that has expired.</summary>
public sealed class KilledTestTests
{
    // It says that it runs, and ends when the command that started it has been killed.
    private const string Stage = """
        import os, pathlib, time
        parent = os.getppid()
        pathlib.Path("running").write_text(os.environ["MODELOPS_MODEL"])
        while os.getppid() == parent:
            time.sleep(0.02)
        """;

    [LinuxFact]
    public async Task What_a_killed_test_left_is_removed_when_it_has_expired_and_nothing_else()
    {
        using var lab = new SampleLab();
        await using var server = await SandboxServer.StartAsync(lab);
        await File.WriteAllTextAsync(lab.File("wait.py"), Stage);
        await File.WriteAllTextAsync(lab.File("modelops.yml"), $$"""
            version: 1
            models:
              - name: diabetes
                path: models/diabetes
                tests:
                  integration:
                    - name: waits
                      run: python3 wait.py {results}
            environments:
              staging:
                tracking_uri: {{server.Uri}}
                catalog: staging
                schema: health
            """);
        await server.PostAsync("registered-models/create", new { name = "staging.health.diabetes" });

        var killed = await KillAsync(lab);
        Assert.StartsWith("staging.", killed, StringComparison.Ordinal);
        Assert.Contains(killed, await server.ModelsAsync());
        Assert.Contains(killed, await server.ExperimentsAsync());

        Assert.Equal(0, (await lab.ResultAsync(0, "clean")).GetProperty("result").GetProperty("count").GetInt32());
        Assert.Contains(killed, await server.ModelsAsync());

        Assert.Equal(2, (await CleanTomorrowAsync(server.Uri)).Count);
        Assert.Equal(["staging.health.diabetes"], await server.ModelsAsync());
        Assert.DoesNotContain(killed, await server.ExperimentsAsync());
    }

    private static async Task<string> KillAsync(SampleLab lab)
    {
        using var process = Process.Start(ProcessRun.Describe(
            SampleLab.Command, ["test", "--model", "diabetes"], new() { WorkingDirectory = lab.Path, Environment = lab.Environment }))!;
        var running = lab.File("running");
        while (!File.Exists(running) || (await File.ReadAllTextAsync(running)).Length == 0)
        {
            Assert.False(process.HasExited, process.HasExited ? await process.StandardOutput.ReadToEndAsync() : "");
            await Task.Delay(20);
        }

        process.Kill();
        await process.WaitForExitAsync();
        return await File.ReadAllTextAsync(running);
    }

    private static async Task<CleanResult> CleanTomorrowAsync(string uri)
    {
        using var lab = new ReleaseLab(uri) { Time = new LaterTime(TimeSpan.FromHours(25)) };
        return await lab.DoAsync<CleanResult>("clean", ("Environment", "staging"));
    }

    private sealed class LaterTime(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
