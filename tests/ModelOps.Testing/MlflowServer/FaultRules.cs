using System.Collections;
using System.Collections.Concurrent;

namespace ModelOps.Testing.MlflowServer;

/// <summary>Rules in the order they were added. May be added to while the server runs.</summary>
public sealed class FaultRules : IEnumerable<FaultRule>
{
    private readonly ConcurrentQueue<FaultRule> _rules = new();

    public void Add(FaultRule rule) => _rules.Enqueue(rule);

    public void Clear() => _rules.Clear();

    public IEnumerator<FaultRule> GetEnumerator() => _rules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
