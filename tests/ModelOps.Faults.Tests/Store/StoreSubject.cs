using ModelOps.Abstractions.Catalogs;
using ModelOps.Faults.Tests.Cells;
using ModelOps.Testing;

namespace ModelOps.Faults.Tests.Store;

/// <summary>Embedded catalogs; a call is one of a port.</summary>
internal sealed class StoreSubject : FaultSubject
{
    private static readonly string[] Reads = ["Place", "Find", "List", "Read", "Search", "Open"];

    private readonly FaultyCalls _calls;
    private readonly TempDirectory _kept = new();

    private StoreSubject(FaultyCalls calls)
        : base(server: null, new FaultyStore(calls)) => _calls = calls;

    public override bool MovesAtomically => true;

    public override IReadOnlyList<FaultKind> Kinds { get; } = [.. StoreFault.All.Select(fault => fault.Kind)];

    public override IReadOnlyList<string> Environments =>
        [.. new[] { "dev", "staging" }.Where(environment => File.Exists(Path.Combine(Data, $"{environment}.db")))];

    public override IReadOnlyList<string> Calls => _calls.Names;

    public override IReadOnlyList<string> Writes => [.. Calls.Where(call => !Array.Exists(Reads, call.StartsWith))];

    public override IReadOnlyList<AliasStep> AliasSteps => _calls.AliasSteps;

    public override IReadOnlyList<string> Violations => [.. Calls.Where(call => call == "DeleteAliasAsync").Select(_ => "an alias was removed")];

    public static Task<FaultSubject> CreateAsync() => Task.FromResult<FaultSubject>(new StoreSubject(new()));

    public override void Arm(FaultKind kind, int call, Action cancel) => _calls.Arm(StoreFault.All.Single(fault => fault.Kind == kind), call, cancel);

    public override void Disarm() => _calls.Disarm();

    public override void Keep() => Copy(Data, _kept.File("data"));

    public override void Restore()
    {
        Copy(_kept.File("data"), Data);
        _calls.Disarm();
        _calls.AliasSteps.Clear();
    }

    public override Task<ICatalog> OpenAsync(string environment) => Lab.OpenAsync(environment);

    public override SteppedRun Begin(Scenario scenario, string name)
    {
        var turns = new Turns();
        var world = Lab.World(new()) with { Backends = new([new FaultyStore(new(_calls, turns))]) };
        return new(turns, Task.Run(() => ReleaseLab.RunInAsync(world, scenario.Verb, CancellationToken.None, scenario.Arguments)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _kept.Dispose();
    }

    private string Data => Path.Combine(Lab.Path, ".modelops");

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        if (Directory.Exists(from))
        {
            TestFiles.CopyDirectory(from, to);
        }
    }
}
