namespace ModelOps.Core.Processes;

/// <summary>A program to run, with all that it gets.</summary>
internal sealed record ProcessRequest
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>Name of a program on PATH; or a path, relative to <see cref="Directory"/>.</summary>
    public required string Program { get; init; }

    /// <summary>Arguments, each of which arrives as it is.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Working directory.</summary>
    public required string Directory { get; init; }

    /// <summary>The complete environment; nothing of this process is added.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Longest time that it may take.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>The same as far as timers can wait.</summary>
    public TimeSpan TimerTimeout => Timeout < Longest ? Timeout : Longest;

    /// <summary>Time that its processes have to clean up, once they are asked to end.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether what the program leaves running at its own end is ended too. Build servers and services for a later stage are, as well.</summary>
    public bool EndsLeftovers { get; init; }

    /// <summary>What the program is kept from; null where nothing is asked for.</summary>
    public Isolation? Isolation { get; init; }
}
