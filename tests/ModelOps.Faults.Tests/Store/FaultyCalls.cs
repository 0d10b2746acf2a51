using ModelOps.Abstractions.Diagnostics;
using ModelOps.Faults.Tests.Cells;

namespace ModelOps.Faults.Tests.Store;

/// <summary>The calls of the ports so far, and which of them goes wrong.</summary>
/// <param name="all">Those of both runs, where this is one of two; null where it runs alone.</param>
/// <param name="turns">Where its calls wait; null for nowhere.</param>
internal sealed class FaultyCalls(FaultyCalls? all = null, Turns? turns = null)
{
    private readonly List<string> _calls = all?._calls ?? [];
    private readonly Lock _lock = all?._lock ?? new();
    private StoreFault? _fault;
    private int _at;
    private bool _isDead;
    private Action _cancel = () => { };

    /// <summary>Names of the calls, in order.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Where aliases went.</summary>
    public List<AliasStep> AliasSteps { get; } = all?.AliasSteps ?? [];

    /// <summary>Lets a call go wrong.</summary>
    public void Arm(StoreFault fault, int call, Action cancel) => (_fault, _at, _cancel) = (fault, call, cancel);

    /// <summary>Lets none go wrong, and forgets them.</summary>
    public void Disarm()
    {
        _calls.Clear();
        (_fault, _isDead) = (null, false);
    }

    /// <summary>A call comes.</summary>
    /// <returns>What to throw when it has been done; null when it goes well.</returns>
    public Exception? Begin(string name)
    {
        turns?.WaitAsync().GetAwaiter().GetResult();
        lock (_lock)
        {
            if (_isDead || turns?.IsDead == true)
            {
                throw Death();
            }

            _calls.Add(name);
            if (_fault is null || _calls.Count - 1 != _at)
            {
                return null;
            }
        }

        _isDead = _fault.Kind.EndsWithRun;
        if (_fault.Cancels)
        {
            _cancel();
        }

        Exception failure = _isDead ? Death() : new ModelOpsException(
            ExitCode.BadInput, RegistryDiagnostics.StoreUnusable.At("'dev.db' cannot be used: SQLite Error 10: 'disk I/O error'."));
        return _fault.HasEffect ? failure : throw failure;
    }

    private Exception Death() => _fault?.Cancels == true ? new OperationCanceledException() : new InvalidTimeZoneException("killed");
}
