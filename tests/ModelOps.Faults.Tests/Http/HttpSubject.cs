using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Faults.Tests.Cells;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Faults.Tests.Http;

/// <summary>Catalogs on a server; a call is a request.</summary>
internal sealed class HttpSubject : FaultSubject
{
    private readonly MlflowServer _server;
    private readonly MlflowState _kept = new();
    private readonly ConcurrentDictionary<string, Turns> _turns = new(StringComparer.Ordinal);

    private HttpSubject(MlflowServer server)
        : base(server.Url, store: null)
    {
        _server = server;
        _server.KeepsPast = true;
        _server.Before = WaitAsync;
    }

    public override bool MovesAtomically => false;

    public override IReadOnlyList<FaultKind> Kinds { get; } = [.. HttpFaults.All.Select(fault => fault.Kind)];

    public override IReadOnlyList<string> Environments
    {
        get
        {
            lock (_server.State)
            {
                return [.. _server.State.Models.Keys.Select(model => model.Split('.')[0])];
            }
        }
    }

    public override IReadOnlyList<string> Calls => [.. _server.Requests.Select(request => $"{request}")];

    public override IReadOnlyList<string> Writes =>
        [.. _server.Requests.Where(request => request.IsWrite).Select(request => $"{request}")];

    public override IReadOnlyList<AliasStep> AliasSteps
    {
        get
        {
            lock (_server.State)
            {
                return [.. _server.State.Moves.Skip(_kept.Moves.Count).Select(move => new AliasStep(move.Model, move.Alias, move.To))];
            }
        }
    }

    // Two versions of one key may be there for a moment; what is there in the end is looked at apart.
    public override IReadOnlyList<string> Violations
    {
        get
        {
            lock (_server.State)
            {
                return [.. _server.Violations.Where(violation => !violation.EndsWith("carry one key", StringComparison.Ordinal))];
            }
        }
    }

    public static async Task<FaultSubject> CreateAsync() => new HttpSubject(await MlflowServer.StartAsync());

    public override void Arm(FaultKind kind, int call, Action cancel)
    {
        var fault = HttpFaults.All.Single(fault => fault.Kind == kind);
        foreach (var rule in fault.Rules(call))
        {
            _server.Faults.Add(rule);
            if (fault.Cancels)
            {
                _ = rule.Begun.ContinueWith(_ => cancel(), TaskScheduler.Default);
            }
        }
    }

    public override void Disarm()
    {
        _server.Faults.Clear();
        _server.ForgetRequests();
    }

    public override void Keep()
    {
        lock (_server.State)
        {
            _kept.CopyFrom(_server.State);
        }
    }

    public override void Restore()
    {
        _server.Reset(_kept);
        if (Path.Combine(Lab.Path, ".modelops") is var left && Directory.Exists(left))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    private async Task WaitAsync(HttpRequest request)
    {
        if (_turns.TryGetValue(request.Headers.Authorization.ToString(), out var turns))
        {
            await turns.WaitAsync();
            if (turns.IsDead)
            {
                request.HttpContext.Abort();
                throw new OperationCanceledException("The run that sent it is dead.");
            }
        }
    }

    public override Task<ICatalog> OpenAsync(string environment) => Lab.OpenUriAsync(_server.Url);

    public override SteppedRun Begin(Scenario scenario, string name)
    {
        var turns = new Turns();
        _turns[$"Bearer {name}"] = turns;
        var environment = new TestEnvironment();
        Lab.Environment.ToList().ForEach(variable => environment[variable.Key] = variable.Value);
        environment["MLFLOW_TRACKING_TOKEN"] = name;
        var world = Lab.World(new()) with { Environment = environment };
        return new(turns, Task.Run(() => ReleaseLab.RunInAsync(world, scenario.Verb, CancellationToken.None, scenario.Arguments)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }
}
