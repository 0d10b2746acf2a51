using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Experiments;

/// <summary>Changes experiments: what is refused is told as MLflow tells it.</summary>
internal static class ExperimentChanges
{
    /// <summary>Adds an experiment.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="name">Its name.</param>
    /// <param name="location">Where its artifacts are; null for the usual place.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="now">The time, in epoch milliseconds.</param>
    /// <returns>Its identity.</returns>
    public static long Insert(StoreConnection connection, string name, string? location, IReadOnlyList<Message> tags, long now)
    {
        var id = ExperimentWrites.Insert(connection, id: null, name, ServerContext.ArtifactRootUri, location, now);
        foreach (var tag in tags)
        {
            ExperimentWrites.AddTag(connection, id, tag.Text("key"), tag.Text("value"));
        }

        return id;
    }

    /// <summary>Gives an active experiment another name.</summary>
    public static void Rename(StoreConnection connection, long id, string name, long now)
    {
        if (ExperimentState.Require(connection, id).Stage != ExperimentWrites.Active)
        {
            throw new MlflowFault(ErrorCode.InvalidState, "Cannot rename a non-active experiment.");
        }

        ExperimentWrites.Rename(connection, id, name, now);
    }

    /// <summary>Deletes an active experiment with its runs.</summary>
    public static void Delete(StoreConnection connection, long id, long now) => RequireOne(ExperimentWrites.Delete(connection, id, now), id);

    /// <summary>Takes the deletion of an experiment back, with that of its runs.</summary>
    public static void Restore(StoreConnection connection, long id, long now) => RequireOne(ExperimentWrites.Restore(connection, id, now), id);

    public static void SetTag(StoreConnection connection, long id, WireTag tag)
    {
        ExperimentState.RequireActive(connection, id);
        ExperimentWrites.SetTag(connection, id, tag.Key, tag.Value);
    }

    public static void DeleteTag(StoreConnection connection, long id, string key)
    {
        ExperimentState.RequireActive(connection, id);
        if (!ExperimentWrites.DeleteTag(connection, id, key))
        {
            throw MlflowFault.Missing($"No tag with name: {key} in experiment with id {id}");
        }
    }

    private static void RequireOne(bool isThere, long id)
    {
        if (!isThere)
        {
            throw ExperimentId.NotFound(id);
        }
    }
}
