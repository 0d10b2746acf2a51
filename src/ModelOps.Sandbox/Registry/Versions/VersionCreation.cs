using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Makes a version of what a request names, in one transaction: a version whose logged model is not there does not stay.</summary>
internal static class VersionCreation
{
    /// <summary>Adds a version.</summary>
    public static WireVersion Run(StoreConnection connection, VersionDraft draft, Behavior behavior, long now)
    {
        var location = draft.Source;
        var runId = draft.RunId;
        if (PythonUrl.Parse(draft.Source).Scheme == ModelUri.Scheme)
        {
            (location, var sourceRun) = ModelUri.Follow(connection, draft.Source, behavior);
            runId = runId.Length > 0 ? runId : sourceRun ?? runId;
        }

        if (draft.ModelId.Length == 0 || draft.IsPrompt)
        {
            return VersionRows.Insert(connection, draft, location, runId, now);
        }

        var loggedModel = LoggedModelRows.Get(connection, draft.ModelId);
        var version = VersionRows.Insert(connection, draft, location, runId.Length > 0 ? runId : loggedModel.RunId, now);
        LoggedModelRows.AddVersion(connection, draft.ModelId, version);
        return version;
    }
}
