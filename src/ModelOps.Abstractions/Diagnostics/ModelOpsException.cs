namespace ModelOps.Abstractions.Diagnostics;

/// <summary>An expected failure: its diagnostics say all there is to say, so no stack trace is shown.</summary>
public sealed class ModelOpsException : Exception
{
    /// <summary>Makes a failure of one diagnostic.</summary>
    /// <param name="exitCode">Exit code of the verb.</param>
    /// <param name="diagnostic">What went wrong.</param>
    /// <param name="inner">The cause, for a debugger.</param>
    public ModelOpsException(ExitCode exitCode, Diagnostic diagnostic, Exception? inner = null)
        : this(exitCode, [diagnostic], inner)
    {
    }

    /// <summary>Makes a failure of several diagnostics.</summary>
    /// <param name="exitCode">Exit code of the verb.</param>
    /// <param name="diagnostics">What went wrong: at least one.</param>
    /// <param name="inner">The cause, for a debugger.</param>
    public ModelOpsException(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics, Exception? inner = null)
        : base(string.Join(Environment.NewLine, diagnostics.Select(d => $"{d.Code}: {d.Message}")), inner)
    {
        ExitCode = exitCode;
        Diagnostics = diagnostics;
    }

    /// <summary>Exit code of the verb.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>What went wrong, for a place that has room for one line.</summary>
    internal string Line => string.Join(' ', Diagnostics.Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}"));
}
