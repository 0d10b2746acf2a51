using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Reporting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Gathering.Models;

/// <summary>What gates said of a version when it was validated, from the ledger. Shown beside new values, never judged.</summary>
internal static class EarlierValues
{
    /// <summary>Artifact of a ledger entry: the report of the gates as <c>ReportJsonWriter</c> wrote it.</summary>
    public const string GatesFile = "gates.json";

    /// <summary>Artifact of a ledger entry: the report for people.</summary>
    public const string HtmlFile = "report.html";

    /// <summary>Values by gate and check, as <c>gate/check</c>, and where the report for people is; none when the version was never validated here or the entry cannot be read.</summary>
    public static async Task<(IReadOnlyDictionary<string, string> Values, string? Report)> ReadAsync(
        ChampionPlace place, ModelVersion version, VerbContext context, CancellationToken cancellationToken)
    {
        try
        {
            var ledger = await place.Environment.LedgerToRead(place.Catalog, version.Model, context).ReadAsync(cancellationToken);
            var last = ledger.Counted.FirstOrDefault(entry => entry.Action == LedgerActions.Validate && entry.To == version.Version);
            if (last is null)
            {
                return Nothing;
            }

            await using var report = await place.Catalog.Artifacts.OpenReadAsync(last.Run.ArtifactUri, GatesFile, cancellationToken);
            var page = ReportLink.RunFile(place.Environment.Address.TrackingUri, last.Run.ExperimentId, last.Run.Id, HtmlFile);
            return (await ReportJsonReader.ReadChecksAsync(report, cancellationToken), page);
        }
        catch (ModelOpsException)
        {
            return Nothing;
        }
    }

    private static (IReadOnlyDictionary<string, string> Values, string? Report) Nothing => (new Dictionary<string, string>(), null);
}
