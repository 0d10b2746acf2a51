using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates;
using ModelOps.Core.Running;

namespace ModelOps.Core.Gathering;

/// <summary>Turns a failure to gather evidence into evidence that is not there: it is told, and gates that need it cannot run.</summary>
internal static class EvidenceAttempt
{
    /// <summary>Gathers evidence.</summary>
    /// <param name="gather">Gathers it.</param>
    /// <param name="context">Takes the findings.</param>
    public static async Task<Evidence<T>> OfAsync<T>(Func<Task<T>> gather, VerbContext context)
        where T : class
    {
        try
        {
            return new(await gather());
        }
        catch (ModelOpsException failure)
        {
            return Unavailable<T>(failure, context);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            context.Report(HostDiagnostics.FileFailed.At(failure.Message));
            return Evidence<T>.Unavailable(failure.Message);
        }
    }

    /// <summary>Evidence that cannot be had, because of a failure.</summary>
    public static Evidence<T> Unavailable<T>(ModelOpsException failure, VerbContext context)
        where T : class
    {
        foreach (var finding in failure.Diagnostics)
        {
            context.Report(finding);
        }

        return Evidence<T>.Unavailable(failure.Line);
    }
}
