using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Registry;

/// <summary>
/// Table <c>registered_model_aliases</c>. As in MLflow an alias keeps the spelling it is given, and another spelling is another alias.
/// </summary>
internal static class AliasRows
{
    /// <summary>Version by alias, as it is spelled.</summary>
    public static Dictionary<string, int> Read(StoreConnection connection, ModelName model)
    {
        var aliases = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = connection.Query(
            $"SELECT alias, version FROM registered_model_aliases WHERE {DefaultWorkspace.And(connection)} name = $name ORDER BY alias",
            row => (Alias: row.Text(0), Version: row.GetInt32(1)),
            ("$name", model.Value));

        foreach (var (alias, version) in rows)
        {
            aliases[alias] = version;
        }

        return aliases;
    }

    /// <summary>Moves an alias that is where it is expected to be.</summary>
    /// <exception cref="ModelOpsException">It is elsewhere (MOP3002, exit 7), or the target does not exist.</exception>
    public static void Move(StoreConnection connection, AliasMove move)
    {
        VersionRows.Require(connection, move.Model, move.Version);
        int? found = Read(connection, move.Model).TryGetValue(move.Alias.Value, out var version) ? version : null;
        if (found != move.Expected)
        {
            throw new ModelOpsException(ExitCode.StateMoved, ReleaseDiagnostics.AliasMoved.At(
                $"The alias '{move.Alias}' of '{move.Model}' was expected at {Describe(move.Expected)}; found {Describe(found)}. "
                + "It was not moved."));
        }

        AliasWrites.Set(connection, move.Model.Value, move.Alias.Value, move.Version);
    }

    public static void Delete(StoreConnection connection, ModelName model, AliasName alias)
    {
        ModelRows.Require(connection, model);
        AliasWrites.Delete(connection, model.Value, alias.Value);
    }

    private static string Describe(int? version) => version is { } number ? $"version {number}" : "no version";
}
