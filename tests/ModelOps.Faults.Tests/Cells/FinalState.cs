using System.Globalization;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;

namespace ModelOps.Faults.Tests.Cells;

/// <summary>What is there in the end, as text that is the same however it came about: no times, no IDs, no versions that were replaced.</summary>
internal static class FinalState
{
    private static readonly string[] OfOneRun =
    [
        VersionTags.SupersededBy, VersionTags.Replaces, VersionTags.Judged, VersionTags.Quarantine, VersionTags.Adopted, VersionTags.Gates, "modelops.ledger_head",
    ];

    public static async Task<IReadOnlyList<string>> ReadAsync(FaultSubject subject)
    {
        var lines = new List<string>();
        foreach (var environment in subject.Environments)
        {
            await ReadAsync(subject, environment, lines);
        }

        return lines;
    }

    /// <summary>What differs: lines that should not be there, and lines that are missing.</summary>
    public static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> found) => string.Join('\n',
        Less(found, expected).Select(line => $"  +{line}").Concat(Less(expected, found).Select(line => $"  -{line}")));

    private static IEnumerable<string> Less(IReadOnlyList<string> lines, IReadOnlyList<string> others)
    {
        var left = others.ToList();
        return lines.Where(line => !left.Remove(line)).ToList();
    }

    private static async Task ReadAsync(FaultSubject subject, string environment, List<string> lines)
    {
        var model = FaultSubject.Model(environment);
        await using var catalog = await subject.OpenAsync(environment);
        if (await catalog.Registry.FindModelAsync(model, default) is not { } registered)
        {
            return;
        }

        var versions = await catalog.Registry.ListVersionsAsync(model, null, default).ToListAsync();
        var contents = versions.ToDictionary(version => version.Version, Content);
        lines.Add($"{model}: {Show(registered.Tags)}");
        lines.AddRange(registered.Aliases.OrderBy(alias => alias.Key, StringComparer.Ordinal).Select(alias => $"  {alias.Key} = {contents.GetValueOrDefault(alias.Value, "?")}"));
        lines.AddRange(versions.Where(IsLive).OrderBy(version => version.Version)
            .Select(version => $"  {Content(version)} {version.Status} {version.Description} {Show(version.Tags)}"));
        var history = await subject.Lab.DoAsync<HistoryResult>("history", ("Environment", environment), ("Limit", "1000"));
        lines.AddRange(history.Entries.Where(entry => entry.Status is not ("failed" or "killed"))
            .Select(entry => $"  {entry.Action} {entry.Status} {entry.Alias} {Of(entry.From, contents)} -> {Of(entry.To, contents)} {entry.Decision} {entry.Reason} {entry.Actor} {entry.Counts}").Order(StringComparer.Ordinal));
    }

    /// <summary>Whether a version is none that another stands for.</summary>
    public static bool IsLive(ModelVersion version) => version.Status == VersionStatus.Ready && !version.Tags.ContainsKey(VersionTags.SupersededBy);

    /// <summary>What a version is, whatever its number.</summary>
    private static string Content(ModelVersion version) =>
        $"{Short(version.Tags.GetValueOrDefault(VersionTags.Digest, "-"))}/{Short(version.Tags.GetValueOrDefault(VersionTags.Commit, "-"))}";

    private static string Of(int? version, Dictionary<int, string> contents) =>
        version is { } number ? contents.GetValueOrDefault(number, number.ToString(CultureInfo.InvariantCulture)) : "none";

    private static string Show(IEnumerable<KeyValuePair<string, string>> tags) => string.Join(' ', tags
        .Where(tag => !OfOneRun.Contains(tag.Key) && !tag.Key.StartsWith("modelops.quarantine", StringComparison.Ordinal))
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => $"{tag.Key}={tag.Value}"));

    private static string Short(string text) => text.Length > 12 ? text[^12..] : text;
}
