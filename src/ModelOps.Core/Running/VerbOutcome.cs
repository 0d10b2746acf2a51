using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Running;

/// <summary>What a verb hands back: a result even where a gate failed.</summary>
/// <typeparam name="TResult">The result record.</typeparam>
/// <param name="Result">The result.</param>
/// <param name="ExitCode">The exit code; <see cref="ExitCode.Ok"/> unless a gate or check says otherwise.</param>
internal sealed record VerbOutcome<TResult>(TResult Result, ExitCode ExitCode = ExitCode.Ok)
    where TResult : class;
