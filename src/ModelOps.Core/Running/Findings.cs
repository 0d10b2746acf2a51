using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Running;

/// <summary>What a verb has found so far. May be added to from several threads.</summary>
internal sealed class Findings
{
    private readonly Lock _gate = new();
    private readonly List<Diagnostic> _all = [];

    /// <summary>All findings in their order.</summary>
    public IReadOnlyList<Diagnostic> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic finding)
    {
        lock (_gate)
        {
            _all.Add(finding);
        }
    }

    /// <summary>Adds a finding unless the same one is there: a catalog that is opened again has nothing new to say.</summary>
    public void AddOnce(Diagnostic finding)
    {
        lock (_gate)
        {
            if (!_all.Contains(finding))
            {
                _all.Add(finding);
            }
        }
    }
}
