using ModelOps.Testing;
using SQLitePCL;

namespace ModelOps.Cli.Tests;

/// <summary>The built command and a store on a file system that is mounted read-only.</summary>
public sealed class ReadOnlyStoreTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestEnvironment _environment = new() { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["USER"] = "tester" };

    private string Store => _directory.File("store");

    private string Database => Path.Combine(Store, "catalog.db");

    public void Dispose() => _directory.Dispose();

    [ReadOnlyMountTheory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-wal -shm")]
    public async Task Verbs_that_read_work_whatever_lies_beside_the_file_and_one_that_writes_says_why_it_cannot(string beside)
    {
        await MakeAsync(beside.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        var files = Directory.GetFiles(Store);
        foreach (var call in (string[])["status --model iris", "history --model iris --verify", "show iris/1", "pull --model iris --version 1 --output out", "validate --model iris --version 1 --dry-run"])
        {
            var (exitCode, output, error) = await RunReadOnlyAsync(call);
            Assert.True(exitCode == 0, $"{call}: {output}{error}");
        }

        Assert.True(File.Exists(_directory.File("out/MLmodel")));
        var (code, _, said) = await RunReadOnlyAsync("annotate --model iris --version 1 --tags a=b");
        Assert.Equal(2, code);
        Assert.Contains("error MOP2122", said, StringComparison.Ordinal);
        Assert.Equal(files, Directory.GetFiles(Store));
    }

    [ReadOnlyMountTheory]
    [InlineData("-wal")]
    [InlineData("-wal -shm")]
    public async Task What_only_the_log_holds_is_read_too(string beside)
    {
        await MakeAsync(beside.Split(' '));

        var (exitCode, output, error) = await RunReadOnlyAsync("status --model iris --json");

        Assert.True(exitCode == 0, error);
        Assert.Contains("\"late\"", output, StringComparison.Ordinal);
    }

    [ReadOnlyMountTheory]
    [InlineData("register model --model other")]
    public async Task A_directory_without_a_store_is_told_as_one_that_cannot_be_written(string call)
    {
        Directory.CreateDirectory(Store);
        TestFiles.CopyDirectory(TestFiles.Model("2.x-iris-classifier"), _directory.File("model"));

        var (exitCode, _, error) = await RunReadOnlyAsync(call);

        Assert.Equal(2, exitCode);
        Assert.Contains("error MOP2122", error, StringComparison.Ordinal);
    }

    private async Task MakeAsync(string[] beside)
    {
        Directory.CreateDirectory(Store);
        File.WriteAllText(_directory.File("modelops.yml"), "version: 1\nmodels:\n  - name: iris\n    path: model\n    gates:\n      package: {}\n");
        TestFiles.CopyDirectory(TestFiles.Model("2.x-iris-classifier"), _directory.File("model"));
        _environment["MLFLOW_TRACKING_URI"] = "sqlite:///store/catalog.db";
        var (exitCode, _, error) = await ModelOpsCommand.RunAsync(_directory.Path, _environment, "register", "--model", "iris", "--alias", "candidate");
        Assert.True(exitCode == 0, error);
        if (beside.Length > 0)
        {
            LeaveLog(beside);
        }
    }

    // What a killed process leaves: a change that is in the log alone.
    private void LeaveLog(string[] beside)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(Database, out var connection));
        using (connection)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(connection, "INSERT INTO registered_model_aliases (name, alias, version, workspace) VALUES ('iris', 'late', 1, 'default')"));
            foreach (var file in (string[])["", .. beside])
            {
                File.Copy(Database + file, _directory.File($"kept{file}"));
            }
        }

        foreach (var file in Directory.GetFiles(Store))
        {
            File.Delete(file);
        }

        foreach (var file in (string[])["", .. beside])
        {
            File.Move(_directory.File($"kept{file}"), Database + file);
        }
    }

    private async Task<(int ExitCode, string Out, string Error)> RunReadOnlyAsync(string call)
    {
        const string mounted = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"";
        _environment["MLFLOW_TRACKING_URI"] = "sqlite:///store/catalog.db";
        using var process = ModelOpsCommand.Start(
            ReadOnlyMountTheoryAttribute.Unshare, _directory.Path, _environment,
            ["--map-root-user", "--mount", "/bin/sh", "-c", mounted, Store, ModelOpsProgram.FileName, .. ModelOpsProgram.Leading, .. call.Split(' ')]);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
