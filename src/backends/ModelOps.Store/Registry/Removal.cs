using ModelOps.Abstractions.Registry;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Registry;

/// <summary>Deletes from the registry, as MLflow does; what is not there is fine.</summary>
internal static class Removal
{
    /// <summary>Deletes a registered model with all that belongs to it.</summary>
    public static void DeleteModel(StoreConnection connection, ModelName model)
    {
        if (ModelRows.Find(connection, model) is not null)
        {
            ModelWrites.Delete(connection, model.Value);
        }
    }

    /// <summary>Hides a version, and takes the aliases away that point to it: they would lead nowhere.</summary>
    public static void DeleteVersion(StoreConnection connection, ModelName model, int version, DateTimeOffset now)
    {
        if (VersionRows.Find(connection, model, version) is not null)
        {
            AliasWrites.DeleteOfVersion(connection, model.Value, version);
            VersionWrites.Hide(connection, model.Value, version, now.ToUnixTimeMilliseconds());
        }
    }
}
