namespace ModelOps.Integration.Tests.Node;

/// <summary>How a child process starts.</summary>
internal sealed record ProcessOptions
{
    public required string WorkingDirectory { get; init; }

    /// <summary>Text for standard input; null for none.</summary>
    public string? Input { get; init; }

    /// <summary>All variables of the process; null passes the test's own on.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }
}
