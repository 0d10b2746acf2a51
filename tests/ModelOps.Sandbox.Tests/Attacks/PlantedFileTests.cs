using System.Diagnostics;
using System.Net;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Sandbox.Hosting;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Attacks;

/// <summary>Links and pipes that somebody planted where the sandbox keeps or finds its files.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PlantedFileTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [UnixFact]
    public async Task A_directory_of_artifacts_that_is_a_link_is_refused_at_the_start()
    {
        using var outside = new TempDirectory();
        await File.WriteAllTextAsync(outside.File("canary"), "canary");

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => SandboxLab.StartAsync(
            (_, directory) => Directory.CreateSymbolicLink(directory.File("mlflow.db.artifacts"), outside.Path)));

        Assert.Contains("is a link", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["canary"], Directory.EnumerateFileSystemEntries(outside.Path).Select(Path.GetFileName));
    }

    [UnixFact]
    public async Task Nothing_is_received_through_a_link()
    {
        using var outside = new TempDirectory();
        await using var lab = await SandboxLab.StartAsync();
        Directory.CreateDirectory(lab.Artifacts);
        Directory.CreateSymbolicLink(lab.Partials, outside.Path);

        using var put = await lab.PutAsync("a.txt", "hello");
        using var deleted = await lab.SendAsync("DELETE", "/api/2.0/mlflow-artifacts/artifacts/a.txt");

        Assert.Equal(HttpStatusCode.InternalServerError, put.StatusCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(outside.Path));
    }

    [UnixFact]
    public async Task A_seed_leaves_links_and_pipes_out_and_waits_for_none()
    {
        using var outside = new TempDirectory();
        await File.WriteAllTextAsync(outside.File("canary"), "canary");
        var start = SandboxLab.StartAsync((options, directory) =>
        {
            Directory.CreateDirectory(directory.File("model"));
            File.WriteAllText(directory.File("model/MLmodel"), "flavors: {}\n");
            MakePipe(directory.File("model/pipe"));
            File.CreateSymbolicLink(directory.File("model/link"), outside.File("canary"));
            Directory.CreateSymbolicLink(directory.File("model/directory"), outside.Path);
            File.WriteAllText(directory.File("seed.yml"), "models: [{name: churn, versions: [{directory: model}]}]\n");
            options.SeedFile = directory.File("seed.yml");
        });

        Assert.True(await Task.WhenAny(start, Task.Delay(Limit)) == start, "The seed waits for a pipe.");
        await using var lab = await start;
        Assert.Equal(["MLmodel"], Directory.EnumerateFiles(lab.Artifacts, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [UnixTheory]
    [InlineData("seed")]
    [InlineData("faults")]
    public async Task A_seed_or_a_file_of_faults_that_is_a_pipe_is_refused(string kind)
    {
        var start = Task.Run(() => SandboxLab.StartAsync((options, directory) =>
        {
            MakePipe(directory.File("pipe.yml"));
            options.SeedFile = kind == "seed" ? directory.File("pipe.yml") : null;
            options.FaultsFile = kind == "faults" ? directory.File("pipe.yml") : null;
        }));

        Assert.True(await Task.WhenAny(start, Task.Delay(Limit)) == start, "The start waits for a pipe.");
        await Assert.ThrowsAsync<Abstractions.Diagnostics.ModelOpsException>(() => start);
    }

    [UnixFact]
    public async Task A_lock_that_is_a_pipe_stops_no_start()
    {
        using var parent = new TempDirectory();
        var planted = Directory.CreateDirectory(
            parent.File($"modelops-sandbox-{int.MaxValue / 4}-{Guid.NewGuid():N}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        MakePipe(Path.Combine(planted.FullName, "server.lock"));
        var removal = Task.Run(() => ThrowAwayDirectory.RemoveAbandoned(parent.Path));

        Assert.True(await Task.WhenAny(removal, Task.Delay(Limit)) == removal, "The start waits for a pipe.");
    }

    [UnixFact]
    public async Task The_throw_away_store_is_for_its_owner_only()
    {
        await using var server = await SandboxServer.StartAsync(new(), TimeProvider.System, CancellationToken.None);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Path.GetDirectoryName(server.StoreFile)!).UnixFileMode);
    }

    private static void MakePipe(string path)
    {
        using var process = Process.Start("mkfifo", [path])!;
        process.WaitForExit();
    }
}
