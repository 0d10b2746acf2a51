using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Testing;

namespace ModelOps.Faults.Tests.Cells;

/// <summary>Catalogs of dev and staging in which calls can go wrong, with a repository whose verbs use them.</summary>
internal abstract class FaultSubject : IAsyncDisposable
{
    protected FaultSubject(string? server, IBackend? store)
    {
        Lab = new(server) { PassesAll = false, Time = Time };
        Lab.Store = store ?? Lab.Store;
        TestFiles.WriteSmallest(Path.Combine(Lab.Path, "models/diabetes"));
        Configuration.Write(Lab);

        // Three tries of a call.
        Lab.Environment["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "2";
        Lab.Environment["MLFLOW_HTTP_REQUEST_TIMEOUT"] = "1";
    }

    /// <summary>Ways in which a call can go wrong.</summary>
    public abstract IReadOnlyList<FaultKind> Kinds { get; }

    /// <summary>The repository.</summary>
    public ReleaseLab Lab { get; }

    /// <summary>Its clock.</summary>
    public FaultTime Time { get; } = new();

    /// <summary>Whether an alias moves only from where it was seen: MLflow's servers know no such request.</summary>
    public abstract bool MovesAtomically { get; }

    /// <summary>Environments in which there is something.</summary>
    public abstract IReadOnlyList<string> Environments { get; }

    /// <summary>Calls since they were forgotten.</summary>
    public abstract IReadOnlyList<string> Calls { get; }

    /// <summary>Calls of them that change something.</summary>
    public abstract IReadOnlyList<string> Writes { get; }

    /// <summary>Where aliases went since the state was restored.</summary>
    public abstract IReadOnlyList<AliasStep> AliasSteps { get; }

    /// <summary>What must never be, and was.</summary>
    public abstract IReadOnlyList<string> Violations { get; }

    /// <summary>Lets the call of this number, counted from 0, go wrong.</summary>
    public abstract void Arm(FaultKind kind, int call, Action cancel);

    /// <summary>Lets no call go wrong, and forgets the calls.</summary>
    public abstract void Disarm();

    /// <summary>Keeps the state that is there now.</summary>
    public abstract void Keep();

    /// <summary>Goes back to the state that was kept.</summary>
    public abstract void Restore();

    /// <summary>Opens a catalog beside the verbs.</summary>
    public abstract Task<ICatalog> OpenAsync(string environment);

    /// <summary>Begins a run whose calls pass one by one.</summary>
    /// <param name="scenario">What it does.</param>
    /// <param name="name">A name of its own among those that run at once.</param>
    public abstract SteppedRun Begin(Scenario scenario, string name);

    /// <summary>Commits content of its own, and packages it.</summary>
    public async Task PackageAsync(string content)
    {
        Lab.ChangeModel(content);
        Lab.Git.Commit(content);
        await Lab.PackageAsync();
    }

    /// <summary>Says of a version that it passed, as validate does.</summary>
    public async Task PassAsync(string environment, int version)
    {
        await using var catalog = await OpenAsync(environment);
        await catalog.Registry.SetVersionTagAsync(Model(environment), version, new(VersionTags.ValidationStatus, "PASSED"), default);
    }

    /// <summary>The registered model of an environment.</summary>
    public static ModelName Model(string environment) => ModelName.Parse($"{environment}.health.diabetes");

    /// <inheritdoc />
    public virtual ValueTask DisposeAsync()
    {
        Lab.Dispose();
        return ValueTask.CompletedTask;
    }
}
