using ModelOps.Abstractions.Catalogs;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Integration.Tests.Crash;

/// <summary>
/// Runs verbs in processes of their own that end themselves, or wait, at a given step. The catalogs are embedded or on a test server; the model has
/// two files, because every file is a step. What comes before and after the run in question is done in this process, which is much quicker.
/// </summary>
internal sealed class CrashLab : IAsyncDisposable
{
    private readonly MlflowServer? _server;

    private CrashLab(MlflowServer? server)
    {
        _server = server;
        Release = new(server?.Url) { PassesAll = false };
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
        await Release.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "candidate"));
    }

    /// <summary>Runs a verb that must end well and do nothing in which a kill could leave something half done.</summary>
    public async Task AssertNothingLeftAsync(string verb, string[] arguments)
    {
        var steps = new List<string>();
        Release.OnStep = steps.Add;
        await Release.DoAsync<object>(verb, [.. arguments.Select(argument => argument.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);
        Release.OnStep = _ => { };
        Assert.Empty(steps);
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
