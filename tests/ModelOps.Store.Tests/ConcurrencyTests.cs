using System.Diagnostics;
using System.Globalization;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Store.Tests;

public sealed class ConcurrencyTests : IDisposable
{
    private const int Writers = 8;
    private const int Count = 8;

    private readonly StoreLab _lab = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Processes_that_create_and_fill_one_store_at_once_lose_nothing(bool hasRollbackJournal)
    {
        if (hasRollbackJournal)
        {
            await using (await _lab.CreateAsync())
            {
            }

            Assert.Equal("delete", _lab.Raw(connection => connection.Scalar("PRAGMA journal_mode = DELETE")));
        }

        var processes = Enumerable.Range(0, Writers).Select(Start).ToList();
        var errors = await Task.WhenAll(processes.Select(process => process.StandardError.ReadToEndAsync()));
        foreach (var process in processes)
        {
            await process.WaitForExitAsync();
        }

        Assert.All(errors, error => Assert.Equal("", error));
        Assert.All(processes, process => Assert.Equal(0, process.ExitCode));
        processes.ForEach(process => process.Dispose());
        await AssertCompleteAsync();
    }

    [Fact]
    public async Task Tasks_of_one_process_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            await using var catalog = await _lab.OpenAsync();
            for (var at = 0; at < Count; at++)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $"{writer}.{at}");
                var version = await StoreLab.AddAsync(catalog, mark, new Tag("mark", mark));
                await catalog.Registry.SetVersionTagAsync(StoreLab.Churn, version.Version, new("done", "yes"), CancellationToken.None);
            }
        })));

        await AssertCompleteAsync();
    }

    public void Dispose() => _lab.Dispose();

    private async Task AssertCompleteAsync()
    {
        await using var catalog = await _lab.OpenAsync();
        var versions = new List<ModelVersion>();
        await foreach (var version in catalog.Registry.ListVersionsAsync(StoreLab.Churn, new("done", "yes"), CancellationToken.None))
        {
            Assert.Equal(version.Tags["mark"], await StoreLab.ReadAsync(catalog, version));
            versions.Add(version);
        }

        Assert.Equal(Enumerable.Range(1, Writers * Count).Reverse(), versions.Select(version => version.Version));
        Assert.Equal(Writers * Count, versions.Select(version => version.Tags["mark"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, _lab.Rows("SELECT * FROM experiments").Count);
        Assert.Single(_lab.Rows("SELECT * FROM registered_models"));
        Assert.Equal(Writers * Count, _lab.Rows("SELECT * FROM runs").Count);
        Assert.Equal("ok", _lab.Raw(connection => connection.Scalar("PRAGMA integrity_check")));
        Assert.Empty(_lab.Rows("PRAGMA foreign_key_check"));
    }

    private Process Start(int writer)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _lab.Path, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "ModelOps.StoreWriter.dll"), StoreLab.Uri, $"{writer}", $"{Count}"])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
