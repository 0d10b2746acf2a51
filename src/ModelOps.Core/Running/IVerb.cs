using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>One verb of the toolkit.</summary>
/// <typeparam name="TSettings">Its settings record, with <see cref="VerbAttribute"/> and <see cref="InputAttribute"/>.</typeparam>
/// <typeparam name="TResult">Its result record, with <see cref="OutputAttribute"/>.</typeparam>
internal interface IVerb<TSettings, TResult>
    where TSettings : class
    where TResult : class
{
    /// <summary>Does the work.</summary>
    /// <param name="settings">Bound and validated settings.</param>
    /// <param name="context">What the verb may use.</param>
    /// <param name="cancellationToken">Reaches every file and socket operation.</param>
    /// <returns>The result, with the exit code.</returns>
    /// <exception cref="ModelOpsException">An expected failure.</exception>
    Task<VerbOutcome<TResult>> RunAsync(TSettings settings, VerbContext context, CancellationToken cancellationToken);
}
