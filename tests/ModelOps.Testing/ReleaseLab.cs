using System.Text.RegularExpressions;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Mlflow;
using ModelOps.Store;

namespace ModelOps.Testing;

/// <summary>
/// A repository with a real model, three environments on embedded catalogs and a branch policy (main to staging, release/* to prod), in which
/// verbs run through the real binder and runner.
/// </summary>
public sealed class ReleaseLab : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly string? _server;

    /// <param name="server">URL of an MLflow server for all environments; null for embedded catalogs.</param>
    public ReleaseLab(string? server = null)
    {
        _server = server;
        TestFiles.CopyDirectory(System.IO.Path.Combine(TestFiles.Root, "samples", "diabetes"), _directory.Path);
        var file = _directory.File("modelops.yml");

        // What the sample says of training and tests is left out: a test that needs it says it itself.
        var configuration = Regex.Replace(File.ReadAllText(file), "(?s)    train:\n.*?\nenvironments:", "\nenvironments:");
        File.WriteAllText(file, server is null ? configuration : Regex.Replace(configuration, "sqlite:.*", server));

        File.WriteAllText(_directory.File(".gitignore"), ".modelops/\n*.modelpkg*\n");
        Git = new(_directory.Path);
        Git.Commit("model");
    }

    public string Path => _directory.Path;

    public GitScratch Git { get; }

    public TestEnvironment Environment { get; } = new() { ["USER"] = "tester" };

    public RecordingHost Host { get; private set; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether every new version is taken to have passed, for tests that are not about verdicts: no other becomes challenger or champion.</summary>
    public bool PassesAll { get; init; } = true;

    /// <summary>Registry of all environments, where it is apart from their runs.</summary>
    public string? RegistryUri { get; init; }

    /// <summary>Opens the embedded catalogs of the verbs.</summary>
    public IBackend Store { get; set; } = new EmbeddedBackend();

    /// <summary>Further backends of the verbs.</summary>
    public IReadOnlyList<IBackend> MoreBackends { get; init; } = [];

    /// <summary>Called at every step of a verb that a kill could follow.</summary>
    public Action<string> OnStep { get; set; } = _ => { };

    /// <summary>Package of the model as it is now.</summary>
    public async Task<string> PackageAsync(string file = "diabetes.modelpkg")
    {
        var report = await RunAsync("package", ("Path", "models/diabetes"), ("Output", file));
        return report.ExitCode == ExitCode.Ok ? file : throw new InvalidOperationException(Describe(report));
    }

    /// <summary>Changes the model's content.</summary>
    public void ChangeModel(string text) => File.WriteAllText(_directory.File("models/diabetes/notes.txt"), text);

    public Task<VerbReport> RunAsync(string verb, params (string Name, string Value)[] arguments) =>
        RunAsync(verb, CancellationToken.None, arguments);

    public async Task<VerbReport> RunAsync(string verb, CancellationToken cancellationToken, params (string Name, string Value)[] arguments)
    {
        Host = new();
        var report = await RunInAsync(World(Host), verb, cancellationToken, arguments);
        if (PassesAll)
        {
            await PassAsync(report, Values(arguments));
        }

        return report;
    }

    /// <summary>What this repository and this lab give a run.</summary>
    public VerbWorld World(RecordingHost host) => new()
    {
        Host = host,
        Environment = Environment,
        Backends = new([Store, new MlflowBackend(), .. MoreBackends]),
        WorkingDirectory = _directory.Path,
        Time = Time,
        OnStep = OnStep,
    };

    /// <summary>Runs a verb in a world; several may run at once.</summary>
    public static Task<VerbReport> RunInAsync(VerbWorld world, string verb, CancellationToken cancellationToken, params (string Name, string Value)[] arguments) =>
        new VerbRunner(world).RunAsync(VerbCatalog.All.Single(candidate => candidate.Name == verb), new ArgumentSource(Values(arguments)), cancellationToken);

    /// <summary>Writes on a version that it passed, as validate does.</summary>
    public async Task PassAsync(string environment, ModelName model, int version)
    {
        var uri = _server ?? $"sqlite:///.modelops/{environment}.db";
        await using var catalog = await new CatalogConnector(
            new([new EmbeddedBackend(), new MlflowBackend(), .. MoreBackends]), new() { Environment = Environment, Time = Time, Mask = Host.Mask })
            .OpenAsync(new(uri, RegistryUri ?? uri, Path), default);
        if (await catalog.Registry.FindVersionAsync(model, version, default) is not null)
        {
            await catalog.Registry.SetVersionTagAsync(model, version, new(VersionTags.ValidationStatus, "PASSED"), default);
        }
    }

    /// <summary>Runs a verb that must end well, and returns its result.</summary>
    public async Task<TResult> DoAsync<TResult>(string verb, params (string Name, string Value)[] arguments)
    {
        var report = await RunAsync(verb, arguments);
        return report.ExitCode == ExitCode.Ok ? (TResult)report.Result! : throw new InvalidOperationException(Describe(report));
    }

    /// <summary>Opens the catalog of an environment beside the verbs.</summary>
    public Task<ICatalog> OpenAsync(string environment) => OpenUriAsync($"sqlite:///.modelops/{environment}.db");

    public Task<ICatalog> OpenUriAsync(string uri) => TestCatalogs.OpenAsync(uri, _directory.Path, Environment);

    public static string Describe(VerbReport report) =>
        $"{report.Verb.Name} ended with {report.ExitCode}: {string.Join("; ", report.Diagnostics.Select(d => $"{d.Code} {d.Message}"))}";

    public void Dispose() => _directory.Dispose();

    private static Dictionary<string, IReadOnlyList<string>> Values((string Name, string Value)[] arguments) => arguments
        .GroupBy(argument => argument.Name)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(argument => argument.Value)]);

    private Task PassAsync(VerbReport report, Dictionary<string, IReadOnlyList<string>> values) => report.Result switch
    {
        RegisterResult { Created: true, Version: { } version } made => PassAsync(values.GetValueOrDefault("Environment")?[0] ?? "dev", made.Model, version),
        PromoteResult { Created: true, Version: { } version } made => PassAsync(made.Environment, made.Model, version),
        _ => Task.CompletedTask,
    };
}
