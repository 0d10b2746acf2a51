using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Models;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Gathering.Models;

/// <summary>Finds the runs that a model belongs to: that of its version, and the one that MLmodel names, in which it was trained.</summary>
internal static class VersionRuns
{
    private const int MaxId = 256;

    /// <summary>Runs that are in the catalog, the version's own first. One that cannot be read is as good as none.</summary>
    public static async Task<IReadOnlyList<Run>> FindAsync(
        ICatalog catalog, ModelVersion? version, ModelDirectory? directory, CancellationToken cancellationToken)
    {
        var trained = (directory?.Model?.Value?.Keys.Find("run_id") as YamlScalarNode)?.Value;
        var runs = new List<Run>();
        foreach (var id in new[] { version?.RunId, trained }.Where(id => id is { Length: > 0 and <= MaxId }).Distinct(StringComparer.Ordinal))
        {
            try
            {
                if (await catalog.Tracking.FindRunAsync(id!, cancellationToken) is { } run)
                {
                    runs.Add(run);
                }
            }
            catch (ModelOpsException) when (id != version?.RunId)
            {
                // MLmodel may name a run of another server in a form that this one refuses.
            }
        }

        return runs;
    }
}
