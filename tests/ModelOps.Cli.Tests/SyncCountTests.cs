using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>How often a registration waits for the disk, counted by the operating system's own tracer.</summary>
public sealed class SyncCountTests : IDisposable
{
    // The package that is made of the directory, the report, what SQLite does to make a store, and one for each of the verb's writes.
    private const int Beside = 18;

    private readonly TempDirectory _directory = new();

    [StraceFact]
    public async Task Register_waits_for_the_disk_once_for_each_file_and_a_bounded_number_of_times_more()
    {
        var model = TestFiles.Model("2.x-iris-classifier");
        var files = Directory.GetFiles(model, "*", SearchOption.AllDirectories).Length;

        var first = await CountAsync(model);
        var other = _directory.File("other");
        TestFiles.CopyDirectory(model, other);
        await File.AppendAllTextAsync(Path.Combine(other, "requirements.txt"), "\n");
        var second = await CountAsync(other);

        Assert.Equal(7, files);
        Assert.InRange(first, files, files + Beside);
        Assert.InRange(second, files, first);
    }

    public void Dispose() => _directory.Dispose();

    private async Task<int> CountAsync(string model)
    {
        var trace = _directory.File(Guid.NewGuid().ToString("N"));
        var environment = new TestEnvironment { ["MLFLOW_TRACKING_URI"] = $"sqlite:///{_directory.File("mlflow.db")}" };
        using var process = ModelOpsCommand.Start(
            "strace", _directory.Path, environment,
            [
                "-f", "-qq", "-e", "trace=fsync,fdatasync", "-e", "signal=none", "-o", trace,
                ModelOpsProgram.FileName, .. ModelOpsProgram.Leading, "register", "--model", "iris", "--path", model,
            ]);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);

        // A call that another thread interrupts has two lines, the second of which says "resumed".
        return (await File.ReadAllLinesAsync(trace)).Count(line => line.Contains("sync(", StringComparison.Ordinal));
    }
}
