using System.Globalization;
using ModelOps.Faults.Tests.Cells;
using ModelOps.Testing;

namespace ModelOps.Faults.Tests;

/// <summary>Writes what came of the cells to artifacts/faults, a file for each scenario: a row for each kind of fault.</summary>
internal static class FaultTable
{
    private static readonly string Directory = Path.Combine(TestFiles.Root, "artifacts", "faults");

    /// <summary>Writes what came of them, and fails where something did not hold.</summary>
    public static void Judge(string subject, string scenario, IReadOnlyList<Outcome> outcomes)
    {
        Write(subject, scenario, outcomes);
        var broken = outcomes.Where(outcome => outcome.Problems.Count > 0).ToList();
        Assert.True(broken.Count == 0, $"{broken.Count} of {outcomes.Count} cells, seed {FaultScale.Current.Seed}:\n{string.Join('\n', broken.Take(12))}");
    }

    private static void Write(string subject, string scenario, IReadOnlyList<Outcome> outcomes)
    {
        System.IO.Directory.CreateDirectory(Directory);
        var rows = outcomes.GroupBy(outcome => outcome.Kind.Split(", then")[0]).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => string.Create(
            CultureInfo.InvariantCulture,
            $"| {scenario} | {subject} | {kind.Key} | {kind.Count()} | {kind.Count(cell => cell.Runs == 1)} | {kind.Max(cell => cell.Runs)} | {Exits(kind)} | {kind.Count(cell => cell.Problems.Count > 0)} |"));
        File.WriteAllLines(Path.Combine(Directory, $"{subject}-{scenario.Replace(' ', '_').Replace(",", "", StringComparison.Ordinal)}.rows"), rows);
    }

    private static string Exits(IEnumerable<Outcome> outcomes) => string.Join(", ", outcomes
        .GroupBy(outcome => outcome.FirstExit).OrderBy(exit => exit.Key).Select(exit => string.Create(CultureInfo.InvariantCulture, $"{exit.Key}: {exit.Count()}")));
}
