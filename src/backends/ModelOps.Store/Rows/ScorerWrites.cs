using System.Globalization;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>scorers</c>, <c>scorer_versions</c> and <c>online_scoring_configs</c>, as MLflow does.</summary>
internal static class ScorerWrites
{
    /// <summary>Adds a version, and the scorer with the first one.</summary>
    /// <returns>Identity of the scorer and number of the version: one more than the highest that is left.</returns>
    public static (string Id, long Version) AddVersion(StoreConnection connection, long experimentId, string name, string serialized, long now)
    {
        connection.Execute(
            "INSERT INTO scorers (experiment_id, scorer_name, scorer_id) VALUES ($experiment, $name, $id) ON CONFLICT DO NOTHING",
            ("$experiment", experimentId), ("$name", name), ("$id", Guid.NewGuid().ToString()));
        var id = (string)connection.Scalar(
            "SELECT scorer_id FROM scorers WHERE experiment_id = $experiment AND scorer_name = $name", ("$experiment", experimentId), ("$name", name))!;
        var last = connection.Scalar("SELECT MAX(scorer_version) FROM scorer_versions WHERE scorer_id = $id", ("$id", id));
        var version = Convert.ToInt64(last, CultureInfo.InvariantCulture) + 1;
        connection.Execute(
            "INSERT INTO scorer_versions (scorer_id, scorer_version, serialized_scorer, creation_time) VALUES ($id, $version, $serialized, $now)",
            ("$id", id), ("$version", version), ("$serialized", serialized), ("$now", now));
        return (id, version);
    }

    /// <summary>Removes a version; the scorer stays without any when it was the last.</summary>
    /// <returns>Whether it was there.</returns>
    public static bool DeleteVersion(StoreConnection connection, string id, long version) => connection.Execute(
        "DELETE FROM scorer_versions WHERE scorer_id = $id AND scorer_version = $version", ("$id", id), ("$version", version)) > 0;

    /// <summary>Removes a scorer with its versions.</summary>
    public static void Delete(StoreConnection connection, string id) =>
        connection.Execute("DELETE FROM scorers WHERE scorer_id = $id", ("$id", id));

    /// <summary>Sets how often a scorer is asked about new traces, and about which.</summary>
    /// <returns>Identity of the setting.</returns>
    public static string SetOnline(StoreConnection connection, string id, long experimentId, double rate, string? filter)
    {
        var changed = connection.Execute(
            "UPDATE online_scoring_configs SET sample_rate = $rate, filter_string = $filter WHERE scorer_id = $id",
            ("$rate", rate), ("$filter", filter), ("$id", id));
        if (changed == 0)
        {
            connection.Execute(
                """
                INSERT INTO online_scoring_configs (online_scoring_config_id, scorer_id, sample_rate, experiment_id, filter_string)
                VALUES ($config, $id, $rate, $experiment, $filter)
                """,
                ("$config", Guid.NewGuid().ToString("N")), ("$id", id), ("$rate", rate), ("$experiment", experimentId), ("$filter", filter));
        }

        return (string)connection.Scalar("SELECT online_scoring_config_id FROM online_scoring_configs WHERE scorer_id = $id", ("$id", id))!;
    }
}
