namespace ModelOps.Core.Suites.Results;

/// <summary>One test of a stage. All text comes from outside.</summary>
/// <param name="Class">Class, module or file; empty when unknown.</param>
/// <param name="Name">Name.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Seconds">How long it took: 0 when unknown, never negative.</param>
internal sealed record TestCase(string Class, string Name, TestStatus Status, double Seconds)
{
    /// <summary>Why it failed, in a line or a few; empty otherwise.</summary>
    public string Message { get; init; } = "";

    /// <summary>First line of <see cref="Message"/>.</summary>
    public string Headline => Message.Split('\n', 2)[0].TrimEnd();

    /// <summary>Where it failed in full: a stack trace; empty otherwise.</summary>
    public string Details { get; init; } = "";

    /// <summary>File, as the results name it; null when unknown.</summary>
    public string? File { get; init; }

    /// <summary>Line from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Class and name.</summary>
    public string FullName => Class.Length == 0 ? Name : $"{Class}.{Name}";
}
