using System.Globalization;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>Table <c>experiments</c>.</summary>
internal static class ExperimentRows
{
    private const string DefaultName = "Default";
    private const int MaxName = 500;

    /// <summary>Adds experiment 0, which every MLflow store has.</summary>
    public static void InsertDefault(StoreConnection connection, string artifactRootUri, DateTimeOffset now) =>
        ExperimentWrites.Insert(connection, 0, DefaultName, artifactRootUri, location: null, now.ToUnixTimeMilliseconds());

    public static string? FindActive(StoreConnection connection, string name) =>
        Find(connection, name) is { IsActive: true, Id: var id } ? id : null;

    /// <summary>The experiment of a name, made if there is none.</summary>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">The name is refused, or that of a deleted experiment.</exception>
    public static string Ensure(
        StoreConnection connection, string name, string artifactRootUri, IReadOnlyList<Tag> tags, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName)
        {
            throw StoreErrors.Refused($"An experiment name has 1 to {MaxName} characters; found {name.Length}: '{name}'.");
        }

        if (Find(connection, name) is { } found)
        {
            return found.IsActive
                ? found.Id
                : throw StoreErrors.Refused(
                    $"The experiment '{name}' (ID {found.Id}) was deleted and still holds its name. Restore it with `mlflow experiments restore`, "
                    + "or remove it for good with `mlflow gc`.");
        }

        var id = ExperimentWrites.Insert(connection, id: null, name, artifactRootUri, location: null, now.ToUnixTimeMilliseconds());
        foreach (var tag in tags)
        {
            ExperimentWrites.SetTag(connection, id, tag.Key, tag.Value);
        }

        return id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Artifact location of an active experiment.</summary>
    public static string RequireLocation(StoreConnection connection, string id)
    {
        var location = connection.Query(
            "SELECT artifact_location FROM experiments WHERE experiment_id = $id AND CAST(experiment_id AS TEXT) = $id AND lifecycle_stage = 'active'",
            row => row.Text(0),
            ("$id", id));
        return location.Count == 1 ? location[0] : throw StoreErrors.Refused($"There is no active experiment with the ID '{id}'.");
    }

    private static (string Id, bool IsActive)? Find(StoreConnection connection, string name)
    {
        var rows = connection.Query(
            "SELECT CAST(experiment_id AS TEXT), lifecycle_stage FROM experiments WHERE name = $name",
            row => (Id: row.Text(0), IsActive: row.Text(1) == "active"),
            ("$name", name));
        return rows.Count == 0 ? null : rows[0];
    }
}
