using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>Tags of runs as they are sent, and their removal.</summary>
internal static class RunTagChanges
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

    /// <summary>Removes a tag.</summary>
    /// <exception cref="MlflowFault">There is no such tag.</exception>
    public static void Delete(StoreConnection connection, string runId, string key)
    {
        if (!RunTagWrites.Delete(connection, runId, key))
        {
            throw MlflowFault.Missing($"No tag with name: {key} in run with id {runId}");
        }
    }
}
