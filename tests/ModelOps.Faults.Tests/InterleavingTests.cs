using ModelOps.Faults.Tests.Cells;
using ModelOps.Faults.Tests.Duels;
using ModelOps.Faults.Tests.Http;
using ModelOps.Faults.Tests.Store;

namespace ModelOps.Faults.Tests;

/// <summary>Two runs at once, in every order of five turns each around the move of the alias; also where one of them dies in the middle of it.</summary>
public sealed class InterleavingTests
{
    public static TheoryData<string> Names => [.. Duel.All.Select(duel => duel.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task On_a_server(string duel) => RunAsync("server", HttpSubject.CreateAsync, duel);

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_the_embedded_store(string duel) => RunAsync("store", StoreSubject.CreateAsync, duel);

    private static async Task RunAsync(string name, Func<Task<FaultSubject>> create, string duelName)
    {
        var duel = Duel.All.Single(candidate => candidate.Name == duelName);
        await using var lanes = await Lanes<DuelRunner>.CreateAsync(create, subject => new(subject, duel), runner => runner.BeginAsync());
        var (first, second) = lanes.One.Calls;
        var schedules = FaultScale.Current.Choose([.. Schedule.All(first.Ordered, second.Ordered, FaultScale.Current.Draw(duelName))], duelName);
        var outcomes = await lanes.RunAsync(
            schedules.SelectMany(schedule => new (Schedule Schedule, bool Dies)[] { (schedule, false), (schedule, true) }), (runner, turn) => runner.RunAsync(turn.Schedule, turn.Dies));
        FaultTable.Judge(name, duelName, outcomes);
    }
}
