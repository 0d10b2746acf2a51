using System.Data.Common;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Scorers;

/// <summary>Reads scorers; one without a version counts as none.</summary>
internal static class ScorerReader
{
    private const string Select =
        """
        SELECT s.experiment_id, s.scorer_name, v.scorer_version, v.serialized_scorer, v.creation_time, s.scorer_id
        FROM scorers s JOIN scorer_versions v ON v.scorer_id = s.scorer_id
        WHERE s.experiment_id = $experiment
        """;

    /// <summary>The latest version of each scorer of an experiment, by name.</summary>
    public static List<WireScorer> ReadLatest(StoreConnection connection, long experimentId) => connection.Query(
        $"{Select} AND v.scorer_version = (SELECT MAX(scorer_version) FROM scorer_versions WHERE scorer_id = s.scorer_id) ORDER BY s.scorer_name",
        Map,
        ("$experiment", experimentId));

    /// <summary>All versions of a scorer, the oldest first.</summary>
    /// <exception cref="MlflowFault">There is no such scorer.</exception>
    public static List<WireScorer> RequireVersions(StoreConnection connection, long experimentId, string name)
    {
        var versions = connection.Query($"{Select} AND s.scorer_name = $name ORDER BY v.scorer_version", Map, ("$experiment", experimentId), ("$name", name));
        return versions.Count > 0 ? versions : throw NotFound(experimentId, name, version: null);
    }

    /// <summary>A version of a scorer.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="experimentId">The experiment.</param>
    /// <param name="name">Name of the scorer.</param>
    /// <param name="version">The version; null for the latest.</param>
    /// <exception cref="MlflowFault">There is no such version.</exception>
    public static WireScorer Require(StoreConnection connection, long experimentId, string name, long? version)
    {
        var found = connection.Query(
            $"{Select} AND s.scorer_name = $name AND ($version IS NULL OR v.scorer_version = $version) ORDER BY v.scorer_version DESC LIMIT 1",
            Map,
            ("$experiment", experimentId), ("$name", name), ("$version", version));
        return found.Count == 1 ? found[0] : throw NotFound(experimentId, name, version);
    }

    /// <summary>Settings of scorers.</summary>
    public static List<OnlineConfig> ReadOnline(StoreConnection connection, IReadOnlyList<string> scorerIds) => connection.Query(
        """
        SELECT online_scoring_config_id, scorer_id, sample_rate, CAST(experiment_id AS TEXT), filter_string FROM online_scoring_configs
        WHERE scorer_id IN (SELECT value FROM json_each($ids)) ORDER BY rowid
        """,
        row => new OnlineConfig(row.GetString(0), row.GetString(1), row.GetDouble(2), row.GetString(3), row.TextOrNull(4)),
        ("$ids", IdList.Of(scorerIds)));

    private static MlflowFault NotFound(long experimentId, string name, long? version) =>
        MlflowFault.Missing($"Scorer with name '{name}' {(version is null ? "" : $"and version {version} ")}not found for experiment {experimentId}.");

    private static WireScorer Map(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.NumberOrNull(4) ?? 0, row.GetString(5));
}
