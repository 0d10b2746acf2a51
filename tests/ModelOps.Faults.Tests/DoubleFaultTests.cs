using ModelOps.Faults.Tests.Cells;
using ModelOps.Faults.Tests.Http;
using ModelOps.Faults.Tests.Store;

namespace ModelOps.Faults.Tests;

/// <summary>A run goes wrong, and so does the one that was to mend it: pairs of faults that are drawn.</summary>
public sealed class DoubleFaultTests
{
    // Of each scenario and subject: 640 pairs in all.
    private const int Pairs = 40;

    // Of all, or of those in which most is at stake.
    private static readonly string[] Sample = ["register", "promote", "rollback"];

    public static TheoryData<string> Names => FaultScale.Current.IsWhole ? SingleFaultTests.Names : [.. Sample];

    [Theory]
    [MemberData(nameof(Names))]
    public Task On_a_server(string scenario) => RunAsync("server", HttpSubject.CreateAsync, scenario);

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_the_embedded_store(string scenario) => RunAsync("store", StoreSubject.CreateAsync, scenario);

    private static async Task RunAsync(string name, Func<Task<FaultSubject>> create, string scenario)
    {
        await using var lanes = await Lanes<CellRunner>.CreateAsync(create, subject => new(subject, Scenarios.Named(scenario)), runner => runner.BeginAsync());
        var (draw, kinds, calls) = (FaultScale.Current.Draw($"{name} {scenario}"), lanes.One.Kinds, lanes.One.CleanCalls.Count);

        // The first ends its run; the second may be anything.
        List<FaultKind> ends = [.. kinds.Where(kind => kind.EndsWithRun)];
        var pairs = Enumerable.Range(0, FaultScale.Current.IsWhole ? Pairs : Pairs / 10)
            .Select(_ => (First: (ends[draw.Next(ends.Count)], draw.Next(calls)), Second: (kinds[draw.Next(kinds.Count)], draw.Next(calls)))).ToList();
        var outcomes = await lanes.RunAsync(pairs, (runner, pair) => runner.RunAsync(pair.First.Item1, pair.First.Item2, pair.Second));
        FaultTable.Judge(name, $"{scenario}, two faults", outcomes);
    }
}
