using System.Collections.Concurrent;

namespace ModelOps.Testing.MlflowServer;

/// <summary>What the server keeps. Locked by the server while a request is served.</summary>
public sealed class MlflowState
{
    private long _transferred;

    public SortedDictionary<string, StoredModel> Models { get; } = new(StringComparer.Ordinal);

    public List<StoredExperiment> Experiments { get; } = [new() { Id = "0", Name = "Default" }];

    public List<StoredRun> Runs { get; } = [];

    /// <summary>Bytes by path below the artifact root; kept as length only when <see cref="KeepsBytes"/> is off.</summary>
    public ConcurrentDictionary<string, byte[]> Artifacts { get; } = new(StringComparer.Ordinal);

    /// <summary>Lengths of all artifacts.</summary>
    public ConcurrentDictionary<string, long> Lengths { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether artifacts are kept; else they are counted, and read back as zeros.</summary>
    public bool KeepsBytes { get; set; } = true;

    /// <summary>Bytes of artifacts that the server has read or written so far.</summary>
    public long Transferred => Interlocked.Read(ref _transferred);

    /// <summary>Entries to be listed besides the true ones, by directory: for names that no honest server would give.</summary>
    public Dictionary<string, string[]> ForgedEntries { get; } = new(StringComparer.Ordinal);

    /// <summary>Download URIs to be given instead of the true ones, by <c>name/version</c>.</summary>
    public Dictionary<string, string> ForgedLocations { get; } = new(StringComparer.Ordinal);

    /// <summary>Aliases that were removed and not set again, as <c>name@alias</c>.</summary>
    internal HashSet<string> RemovedAliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Where aliases went, in order.</summary>
    public List<MovedAlias> Moves { get; } = [];

    /// <summary>Becomes what another is, artifacts included; those are shared, since none is changed in place.</summary>
    public void CopyFrom(MlflowState other)
    {
        Models.Clear();
        foreach (var (name, model) in other.Models)
        {
            Models[name] = model.Copy();
        }

        Replace(Experiments, other.Experiments.Select(experiment => experiment.Copy()));
        Replace(Runs, other.Runs.Select(run => run.Copy()));
        Replace(Artifacts, other.Artifacts);
        Replace(Lengths, other.Lengths);
        Replace(RemovedAliases, other.RemovedAliases);
        Replace(Moves, other.Moves);
    }

    private static void Replace<T>(ICollection<T> items, IEnumerable<T> with)
    {
        var kept = with.ToList();
        items.Clear();
        foreach (var item in kept)
        {
            items.Add(item);
        }
    }

    internal void Transfer(int bytes) => Interlocked.Add(ref _transferred, bytes);

    internal StoredModel Model(string name) =>
        Models.TryGetValue(name, out var model) ? model : throw MlflowFault.Missing($"Registered Model with name={name} not found");

    internal StoredVersion Version(string name, int number) =>
        Models.TryGetValue(name, out var model) && model.Versions.TryGetValue(number, out var version)
            ? version
            : throw MlflowFault.Missing($"Model Version (name={name}, version={number}) not found");

    internal StoredRun Run(string id) => Runs.Find(run => run.Id == id) ?? throw MlflowFault.Missing($"Run with id={id} not found");
}
