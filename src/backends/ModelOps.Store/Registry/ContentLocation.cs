using System.Globalization;
using ModelOps.Abstractions.Registry;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;
using ModelOps.Store.Tracking;

namespace ModelOps.Store.Registry;

/// <summary>
/// Finds where the files of a version are. MLflow stores the place itself, or a reference to a logged model or another version.
/// </summary>
internal static class ContentLocation
{
    private const string Scheme = "models:";

    // A version that was copied from a copy, and so on; more is a circle.
    private const int MaxReferences = 16;

    /// <summary>The artifact location of a version.</summary>
    public static string Resolve(StoreConnection connection, ModelVersion version)
    {
        var location = OfVersion(connection, version.Model.Value, version.Version);
        for (var references = 0; references < MaxReferences; references++)
        {
            if (!location.StartsWith(Scheme, StringComparison.Ordinal))
            {
                return location;
            }

            location = Follow(connection, location);
        }

        throw StoreErrors.UnsafeLocation($"The source of {version.Uri} refers to other versions in a circle.");
    }

    private static string Follow(StoreConnection connection, string reference)
    {
        var parts = reference[Scheme.Length..].TrimStart('/').Split('/');
        return parts switch
        {
            [var modelId] => OfLoggedModel(connection, modelId),
            [var name, var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) =>
                OfVersion(connection, name, version),
            _ => throw StoreErrors.UnsafeLocation(
                $"The source '{reference}' is refused: expected models:/<model ID> or models:/<name>/<version>."),
        };
    }

    private static string OfVersion(StoreConnection connection, string name, int version) =>
        connection.Scalar(
            $"""
            SELECT COALESCE(NULLIF(storage_location, ''), source, '') FROM model_versions
            WHERE {DefaultWorkspace.And(connection)} name = $name AND version = $version AND current_stage <> 'Deleted_Internal'
            """,
            ("$name", name), ("$version", version)) as string
        ?? throw StoreErrors.VersionMissing(name, version);

    private static string OfLoggedModel(StoreConnection connection, string modelId) =>
        LoggedModelRows.FindLocation(connection, modelId) ?? throw StoreErrors.UnsafeLocation($"The source 'models:/{modelId}' is no logged model of this catalog.");
}
