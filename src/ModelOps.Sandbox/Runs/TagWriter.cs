using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>Writes the tags of runs.</summary>
internal static class TagWriter
{
    private const int MaxValue = 8000;

    /// <summary>Reads a tag, its value cut to the length that is kept.</summary>
    /// <param name="sent">The message.</param>
    /// <param name="path">Where it was sent, such as <c>tags[0].</c>; empty for one that was sent by itself.</param>
    /// <exception cref="MlflowFault">The key is refused.</exception>
    public static WireTag Parse(Message sent, string path)
    {
        var key = sent.Text("key");
        EntityNames.Check(key, path + "key");
        TextLimit.Check(path + "key", TextLimit.Key, key);
        return new(key, TextLimit.Cut(MaxValue, sent.Text("value")));
    }

    /// <summary>Sets a tag; that of the name renames the run, unless it is empty.</summary>
    public static void Set(StoreConnection connection, string runId, WireTag tag)
    {
        if (tag.Key != RunTags.Name)
        {
            Upsert(connection, runId, tag);
        }
        else if (tag.Value.Length > 0)
        {
            connection.Execute("UPDATE runs SET name = $name WHERE run_uuid = $run", ("$name", tag.Value), ("$run", runId));
            Upsert(connection, runId, tag);
        }
    }

    /// <summary>Writes a tag as it is.</summary>
    public static void Upsert(StoreConnection connection, string runId, WireTag tag) => connection.Execute(
        """
        INSERT INTO tags (key, value, run_uuid) VALUES ($key, $value, $run)
        ON CONFLICT (key, run_uuid) DO UPDATE SET value = excluded.value
        """,
        ("$key", tag.Key), ("$value", tag.Value), ("$run", runId));

    /// <summary>Removes a tag.</summary>
    /// <exception cref="MlflowFault">There is no such tag.</exception>
    public static void Delete(StoreConnection connection, string runId, string key)
    {
        if (connection.Execute("DELETE FROM tags WHERE key = $key AND run_uuid = $run", ("$key", key), ("$run", runId)) == 0)
        {
            throw MlflowFault.Missing($"No tag with name: {key} in run with id {runId}");
        }
    }
}
