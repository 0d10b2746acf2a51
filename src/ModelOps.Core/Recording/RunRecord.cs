using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Recording;

/// <summary>What is logged to a run: its metrics, the most important first, and its parameters.</summary>
internal sealed class RunRecord
{
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<Parameter> _parameters = [];

    /// <summary>Metrics in the order in which they were added; every name once.</summary>
    public IEnumerable<(string Name, double Value)> Metrics => _names.Select(name => (name, _values[name]));

    /// <summary>How many metrics there are.</summary>
    public int Count => _names.Count;

    /// <summary>Parameters; every name once.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Adds a metric; one without a value, or of a name that is there already, is left out.</summary>
    public void Add(string name, double? value)
    {
        if (value is { } number && !double.IsNaN(number) && _values.TryAdd(name, number))
        {
            _names.Add(name);
        }
    }

    /// <summary>Adds a parameter; one without a value is left out.</summary>
    public void Set(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _parameters.Add(new(name, value.Length <= RunLogLimits.MaxParameterValue ? value : value[..RunLogLimits.MaxParameterValue]));
        }
    }
}
