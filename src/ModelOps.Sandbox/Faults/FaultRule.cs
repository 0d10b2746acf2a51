using System.IO.Enumeration;

namespace ModelOps.Sandbox.Faults;

/// <summary>Which calls go wrong, when, and how.</summary>
internal sealed record FaultRule
{
    /// <summary>HTTP method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>Path with <c>*</c> for anything.</summary>
    public required string Path { get; init; }

    /// <summary>Matching calls that go well first.</summary>
    public int After { get; init; }

    /// <summary>How often the rule applies; null for ever.</summary>
    public int? Times { get; init; }

    /// <summary>1 for every matching call, 2 for every other one.</summary>
    public int Every { get; init; } = 1;

    /// <summary>How probable the fault is on a call that the rule applies to.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Whether the call is carried out before it fails.</summary>
    public bool IsAfterwards { get; init; }

    /// <summary>HTTP status of the failure.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Seconds in the header <c>Retry-After</c>; null for no header.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>How long it takes: the latency, or the time until READY.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Speed of a slow answer.</summary>
    public int BytesPerSecond { get; init; } = 1;

    /// <summary>Whether a call is one of those that the rule counts.</summary>
    public bool Matches(string method, string path) =>
        (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && FileSystemName.MatchesSimpleExpression(Path, path, ignoreCase: false);
}
