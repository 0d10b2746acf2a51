using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>
/// MLflow 3.11 has a workspace in the keys of the registry's tables, MLflow 2.22 has none. A store that can be used has only the workspace 'default', so the
/// condition changes no result: it lets SQLite use the keys, which begin with the workspace.
/// </summary>
internal static class DefaultWorkspace
{
    /// <summary>The begin of a condition on a table of the registry; empty where the file has no workspaces.</summary>
    public static string And(StoreConnection connection) => connection.HasWorkspaces ? "workspace = 'default' AND" : "";

    /// <summary>The same in a statement about several tables.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="table">The name that the statement gives the table, a constant.</param>
    public static string And(StoreConnection connection, string table) => connection.HasWorkspaces ? $"{table}.workspace = 'default' AND" : "";
}
