using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>registered_model_aliases</c>. An alias keeps the spelling it is given, and another spelling is another alias.</summary>
internal static class AliasWrites
{
    /// <summary>Sets an alias; one that is there moves, and keeps its row.</summary>
    public static void Set(StoreConnection connection, string model, string alias, long version) => connection.Execute(
        """
        INSERT INTO registered_model_aliases (alias, version, name) VALUES ($alias, $version, $name)
        ON CONFLICT DO UPDATE SET version = excluded.version
        """,
        ("$alias", alias), ("$version", version), ("$name", model));

    public static void Delete(StoreConnection connection, string model, string alias) => connection.Execute(
        $"DELETE FROM registered_model_aliases WHERE {DefaultWorkspace.And(connection)} name = $name AND alias = $alias",
        ("$name", model), ("$alias", alias));

    /// <summary>Deletes all aliases that point to a version.</summary>
    public static void DeleteOfVersion(StoreConnection connection, string model, long version) => connection.Execute(
        $"DELETE FROM registered_model_aliases WHERE {DefaultWorkspace.And(connection)} name = $name AND version = $version",
        ("$name", model), ("$version", version));
}
