using System.Text.Json;
using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Tracking;

namespace ModelOps.Core.Gates.Gathering;

/// <summary>What gates said of a version when it was validated, from the ledger. Shown beside new values, never judged.</summary>
internal static class EarlierValues
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private const int MaxValues = 1000;

    /// <summary>Values by gate and check, as <c>gate/check</c>; none when the version was never validated here or the entry cannot be read.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        ICatalog catalog, ModelVersion version, VerbContext context, CancellationToken cancellationToken)
    {
        try
        {
            var entries = await new Ledger(catalog, version.Model, context.Time).ReadAsync(cancellationToken);
            var last = entries.FirstOrDefault(entry =>
                entry.Action == LedgerActions.Validate && entry.Run.Status == RunStatus.Finished && entry.To == version.Version);
            return last is null ? Nothing : Read(await DownloadAsync(catalog, last, cancellationToken));
        }
        catch (Exception failure) when (failure is ModelOpsException or JsonException)
        {
            return Nothing;
        }
    }

    private static IReadOnlyDictionary<string, string> Nothing => new Dictionary<string, string>();

    private static async Task<byte[]> DownloadAsync(ICatalog catalog, LedgerEntry entry, CancellationToken cancellationToken)
    {
        await using var source = await catalog.Artifacts.OpenReadAsync(entry.Run.ArtifactUri, Ledger.ReportFile, cancellationToken);
        var bytes = new byte[MaxBytes];
        return bytes[..await source.ReadAtLeastAsync(bytes, MaxBytes, throwOnEndOfStream: false, cancellationToken)];
    }

    private static Dictionary<string, string> Read(byte[] json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in (JsonSerializer.Deserialize<EarlierReport>(json, ReportJson.Options)?.Gates ?? []).OfType<GateCheck>().Take(MaxValues))
        {
            values[$"{check.Gate}/{check.Check}"] = check.Value ?? "";
        }

        return values;
    }
}
