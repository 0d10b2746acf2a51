using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;

namespace ModelOps.FileStore.Reading;

/// <summary>The experiments of a store: a directory each, beside that of the registered models.</summary>
internal sealed class Experiments(StoreRoot store)
{
    private const string RegisteredModels = "models";
    private const string Trash = ".trash";

    /// <summary>IDs of the active experiments, in order.</summary>
    public IEnumerable<string> Ids => store.FindDirectory() is { } root
        ? store.DirectoriesIn(root).Where(name => name is not (RegisteredModels or Trash) && StoreRoot.IsName(name))
        : [];

    /// <summary>Reads an active experiment; null when there is none of this ID.</summary>
    public Experiment? Find(string id)
    {
        // MLflow passes over a directory whose file says another ID, as a copied one does.
        if (id is RegisteredModels or Trash
            || store.FindDirectory(id) is not { } directory
            || MetaFile.Read(store, directory) is not { } meta
            || meta["experiment_id"] != id
            || meta["lifecycle_stage"] == "deleted")
        {
            return null;
        }

        return new(id, meta["name"] ?? id, ValueFiles.Read(store, Path.Combine(directory, "tags")));
    }

    /// <summary>All active experiments.</summary>
    public IEnumerable<Experiment> All => Ids.Select(Find).OfType<Experiment>();
}
