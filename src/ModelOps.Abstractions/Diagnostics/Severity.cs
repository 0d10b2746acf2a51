namespace ModelOps.Abstractions.Diagnostics;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; never changes the exit code.</summary>
    Info,

    /// <summary>Should be looked at; does not change the exit code.</summary>
    Warning,

    /// <summary>The verb could not do what was asked, or a rule blocks it.</summary>
    Error,
}
