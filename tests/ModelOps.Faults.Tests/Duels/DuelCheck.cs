using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;
using ModelOps.Faults.Tests.Cells;
using ModelOps.Testing;

namespace ModelOps.Faults.Tests.Duels;

/// <summary>What must hold when two runs are over, and each was run again.</summary>
/// <param name="subject">The catalogs.</param>
/// <param name="isOrdered">Whether the alias may go from older commits to newer ones only.</param>
/// <param name="mayLeaveEntries">Whether entries may be open: what a dead run began for a commit that is too old by now is nobody's to end.</param>
internal sealed class DuelCheck(FaultSubject subject, bool isOrdered, bool mayLeaveEntries)
{
    private const string Alias = "candidate";

    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var problems = new List<string>();
        foreach (var environment in subject.Environments)
        {
            var verified = await subject.Lab.RunAsync("history", ("Environment", environment), ("Verify", "true"));
            await using var catalog = await subject.OpenAsync(environment);
            var model = await catalog.Registry.FindModelAsync(FaultSubject.Model(environment), default);
            var versions = await catalog.Registry.ListVersionsAsync(model!.Name, null, default).ToListAsync();
            problems.AddRange(OfLedger(((HistoryResult)verified.Result!).Entries, model).Concat(OfVersions(versions)).Select(problem => $"{environment}: {problem}"));
            if (verified.ExitCode != ExitCode.Ok)
            {
                problems.Add($"{environment}: {ReleaseLab.Describe(verified)}");
            }

            if (isOrdered)
            {
                problems.AddRange(await OfOrderAsync(environment, versions));
            }
        }

        return problems;
    }

    private IEnumerable<string> OfLedger(IReadOnlyList<HistoryRow> entries, RegisteredModel model)
    {
        var last = entries.FirstOrDefault(entry => entry is { Alias: Alias, Status: "finished" });
        if (model.Aliases.TryGetValue(Alias, out var at) && last?.To != at)
        {
            yield return $"the alias is on version {at}, and the last entry is {last?.ToString() ?? "none"} of {string.Join("; ", entries)}";
        }

        foreach (var entry in entries.Where(entry => entry.Status == "running" && !mayLeaveEntries))
        {
            yield return $"left open: {entry}";
        }
    }

    private static IEnumerable<string> OfVersions(IEnumerable<ModelVersion> versions) => versions.Where(FinalState.IsLive)
        .GroupBy(version => version.Tags.GetValueOrDefault(VersionTags.Key))
        .Where(twins => twins.Count() > 1)
        .Select(twins => $"versions {string.Join(", ", twins.Select(version => version.Version))} are one");

    // A commit is as old as the first version that dev got of it.
    private async Task<IReadOnlyList<string>> OfOrderAsync(string environment, IReadOnlyList<ModelVersion> versions)
    {
        await using var dev = await subject.OpenAsync("dev");
        var born = (await dev.Registry.ListVersionsAsync(FaultSubject.Model("dev"), null, default).ToListAsync())
            .ToLookup(version => version.Tags[VersionTags.Commit], version => version.Version);
        var commits = versions.ToDictionary(version => version.Version, version => born[version.Tags[VersionTags.Commit]].Min());
        var way = subject.AliasSteps.Where(step => step.Model == $"{FaultSubject.Model(environment)}" && step.Alias == Alias).Select(step => commits[step.To]).ToList();
        return way.SequenceEqual(way.Order()) ? [] : [$"the alias of {environment} went {string.Join(", ", way)}"];
    }
}
