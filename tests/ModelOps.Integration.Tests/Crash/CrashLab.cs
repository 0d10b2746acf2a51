using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Integration.Tests.Crash;

/// <summary>
/// Runs verbs in processes of their own that end themselves, or wait, at a given step. The catalogs are embedded or on a test server; the model has
/// two files, because every file is a step.
/// </summary>
internal sealed class CrashLab : IAsyncDisposable
{
    private readonly MlflowServer? _server;

    private CrashLab(MlflowServer? server)
    {
        _server = server;
        Release = new(server?.Url);
        TestFiles.WriteSmallest(Model);
        File.WriteAllText(Path.Combine(Model, "requirements.txt"), "mlflow==3.11.1\n");
        Release.Git.Commit("two files");
    }

    public ReleaseLab Release { get; }

    private string Model => Path.Combine(Release.Path, "models", "diabetes");

    public static async Task<CrashLab> CreateAsync(bool onServer)
    {
        var lab = new CrashLab(onServer ? await MlflowServer.StartAsync() : null);
        await lab.Release.PackageAsync();
        return lab;
    }

    /// <summary>Rules by which requests to the test server go wrong; null for embedded catalogs.</summary>
    public FaultRules? Faults => _server?.Faults;

    /// <summary>Invariants that were broken on the test server at any time.</summary>
    public IReadOnlyList<string> Violations => _server?.Violations ?? [];

    /// <summary>Registers one more commit, with content of its own, in dev.</summary>
    public async Task RegisterAsync(string commit)
    {
        Release.ChangeModel(commit);
        Release.Git.Commit(commit);
        await Release.PackageAsync();
        Assert.Equal(0, (await RunAsync(-1, "register", "Package=diabetes.modelpkg", "Environment=dev", "Alias=candidate")).ExitCode);
    }

    public async Task<HarnessRun> RunAsync(int dieAt, string verb, params string[] arguments)
    {
        using var process = Start($"{dieAt}", verb, arguments);
        return await process.EndAsync();
    }

    /// <summary>Starts a run that waits at a step.</summary>
    public HarnessProcess Start(string stop, string verb, params string[] arguments) => new(Release.Path, stop, verb, arguments);

    public Task<ICatalog> OpenAsync(string environment) => _server is null ? Release.OpenAsync(environment) : Release.OpenUriAsync(_server.Url);

    public ValueTask DisposeAsync()
    {
        Release.Dispose();
        return _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
