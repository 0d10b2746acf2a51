using System.IO.Compression;
using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Verbs;
using ModelOps.Store;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Compatibility;

/// <summary>A copy of what an older version of the program wrote, see tests/Compatibility, in which verbs of this one run.</summary>
internal sealed class OlderRepository : IDisposable
{
    private static readonly string[] Environments = ["dev", "staging", "prod"];

    private readonly TempDirectory _directory = new();

    private OlderRepository(string version)
    {
        var source = Path.Combine(TestFiles.Root, "tests", "Compatibility", version);
        Git = new(_directory.Path);
        Git.Run("fetch", "--quiet", "--update-head-ok", Path.Combine(source, "repository.bundle"), "refs/heads/*:refs/heads/*");
        Git.Run("reset", "--quiet", "--hard", "main");
        File.Copy(Path.Combine(source, "diabetes.modelpkg"), _directory.File("diabetes.modelpkg"));
        ZipFile.ExtractToDirectory(Path.Combine(source, "artifacts.zip"), _directory.Path);
    }

    public GitScratch Git { get; }

    public static async Task<OlderRepository> OpenAsync(string version = "0.1.0")
    {
        var repository = new OlderRepository(version);
        foreach (var environment in Environments)
        {
            // Opening a catalog loads SQLite.
            await (await repository.CatalogAsync(environment)).DisposeAsync();
            var sql = await File.ReadAllTextAsync(Path.Combine(TestFiles.Root, "tests", "Compatibility", version, $"{environment}.sql"));
            repository.Fill(environment, sql);
        }

        return repository;
    }

    public async Task<ICatalog> CatalogAsync(string environment)
    {
        var uri = $"sqlite:///{environment}.db";
        return await TestCatalogs.OpenAsync(uri, _directory.Path);
    }

    /// <summary>Runs a verb that must end well.</summary>
    public async Task<TResult> DoAsync<TResult>(string verb, params (string Name, string Value)[] arguments)
    {
        var world = new VerbWorld
        {
            Host = new RecordingHost(),
            Environment = new TestEnvironment { ["USER"] = "tester" },
            Backends = new([new EmbeddedBackend()]),
            WorkingDirectory = _directory.Path,
        };
        var values = arguments.ToDictionary(argument => argument.Name, argument => (IReadOnlyList<string>)[argument.Value]);
        var report = await new VerbRunner(world).RunAsync(
            VerbCatalog.All.Single(candidate => candidate.Name == verb), new ArgumentSource(values), CancellationToken.None);
        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        return (TResult)report.Result!;
    }

    public void Dispose() => _directory.Dispose();

    private void Fill(string environment, string sql)
    {
        var file = _directory.File($"{environment}.db");
        // A dump names tables before it makes them.
        var opening = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = false };
        using var connection = new SqliteConnection(opening.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql.Replace("@ROOT@", _directory.Path, StringComparison.Ordinal);
        command.ExecuteNonQuery();
    }
}
