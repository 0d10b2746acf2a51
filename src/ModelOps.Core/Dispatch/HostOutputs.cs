using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>Hands the outputs of a run to the build host.</summary>
/// <param name="host">The host.</param>
internal sealed class HostOutputs(IBuildHost host)
{
    /// <summary>Sets outputs and summary.</summary>
    /// <returns>Why the host could not take them; null when it did.</returns>
    public Diagnostic? TryHandOver(VerbReport report)
    {
        try
        {
            Set(report.Verb.Outputs, report.Result);
            Set(report.Verb.SeriesOutputs, report.Series?.Result);
            host.WriteSummary(StepSummary.Of(report));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return HostDiagnostics.FileFailed.At($"The outputs could not be handed to the build host: {failure.Message}");
        }
    }

    private void Set(IReadOnlyList<OutputDescriptor> outputs, object? result)
    {
        foreach (var output in result is null ? [] : outputs)
        {
            host.SetOutput(output.Name, output.TextIn(result!));
        }
    }
}
