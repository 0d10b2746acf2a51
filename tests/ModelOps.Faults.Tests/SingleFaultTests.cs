using ModelOps.Faults.Tests.Cells;
using ModelOps.Faults.Tests.Http;
using ModelOps.Faults.Tests.Store;

namespace ModelOps.Faults.Tests;

/// <summary>
/// Every call of every verb that changes a catalog goes wrong in every way; the verb is run again until it ends well, which has to be the end of a
/// run in which nothing went wrong.
/// </summary>
public sealed class SingleFaultTests
{
    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task On_a_server(string scenario) => RunAsync("server", HttpSubject.CreateAsync, scenario);

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_the_embedded_store(string scenario) => RunAsync("store", StoreSubject.CreateAsync, scenario);

    private static async Task RunAsync(string name, Func<Task<FaultSubject>> create, string scenario)
    {
        await using var lanes = await Lanes<CellRunner>.CreateAsync(create, subject => new(subject, Scenarios.Named(scenario)), runner => runner.BeginAsync());
        var cells = lanes.One.Kinds.SelectMany(kind => Enumerable.Range(0, lanes.One.CleanCalls.Count).Select(call => (Kind: kind, Call: call))).ToList();
        var outcomes = await lanes.RunAsync(FaultScale.Current.Choose(cells, scenario), (runner, cell) => runner.RunAsync(cell.Kind, cell.Call));
        FaultTable.Judge(name, scenario, outcomes);
    }
}
