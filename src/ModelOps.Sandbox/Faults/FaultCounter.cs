namespace ModelOps.Sandbox.Faults;

/// <summary>Counts the calls of a rule and says which of them go wrong.</summary>
/// <param name="rule">The rule.</param>
/// <param name="seed">What its chances start from: the same file gives the same faults.</param>
internal sealed class FaultCounter(FaultRule rule, int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _calls;
    private int _faults;

    /// <summary>The rule.</summary>
    public FaultRule Rule => rule;

    /// <summary>Takes a call into account that the rule matches.</summary>
    /// <returns>Whether it goes wrong.</returns>
    public bool Count()
    {
        lock (_lock)
        {
            var number = ++_calls - rule.After;
            if (number < 1 || (number - 1) % rule.Every != 0 || _faults >= (rule.Times ?? int.MaxValue) || _random.NextDouble() >= rule.Probability)
            {
                return false;
            }

            _faults++;
            return true;
        }
    }
}
