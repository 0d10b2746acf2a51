using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>Binds, runs and reports a verb: the one runner of all fronts.</summary>
/// <param name="world">What the front and the machine provide.</param>
public sealed class VerbRunner(VerbWorld world)
{
    /// <summary>Runs a verb. Expected failures, cancellation and defects all end as a report, never as an exception.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">Explicit arguments.</param>
    /// <param name="cancellationToken">Ends the verb with exit code 130.</param>
    public async Task<VerbReport> RunAsync(VerbDescriptor verb, ArgumentSource arguments, CancellationToken cancellationToken)
    {
        world.Host.MaskSecrets(world.Environment, world.Backends);
        AbandonedDirectories.Remove();
        var reported = 0;
        var wasAnnounced = false;
        void Announce(VerbReport early)
        {
            ReportAll(early.Diagnostics);
            reported = early.Diagnostics.Count;
            if (TryHandOver(early) is { } problem)
            {
                throw new ModelOpsException(ExitCode.BadInput, problem);
            }

            world.OnAnnounced(early);
            wasAnnounced = true;
        }

        var report = await new VerbRun(world, verb, arguments, Announce).ExecuteAsync(cancellationToken);
        ReportAll(report.Diagnostics.Skip(reported));
        return wasAnnounced ? report with { WasAnnounced = true } : HandOver(report);
    }

    /// <summary>Binds a verb's inputs without running it.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">Explicit arguments.</param>
    /// <returns>A report without result: origins of all inputs, and all problems.</returns>
    public VerbReport Explain(VerbDescriptor verb, ArgumentSource arguments)
    {
        world.Host.MaskSecrets(world.Environment, world.Backends);
        var report = new VerbRun(world, verb, arguments, _ => { }).Bind();
        ReportAll(report.Diagnostics);
        return report;
    }

    private void ReportAll(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            world.Host.Report(diagnostic);
        }
    }

    // A later step that finds no output would go on with an empty one, so a host that cannot take them fails the verb.
    private VerbReport HandOver(VerbReport report)
    {
        if (TryHandOver(report) is not { } problem)
        {
            return report;
        }

        world.Host.Report(problem);
        var exitCode = report.ExitCode == ExitCode.Ok ? ExitCode.BadInput : report.ExitCode;
        return report with { ExitCode = exitCode, Diagnostics = [.. report.Diagnostics, problem] };
    }

    private Diagnostic? TryHandOver(VerbReport report)
    {
        try
        {
            foreach (var output in report.Result is null ? [] : report.Verb.Outputs)
            {
                world.Host.SetOutput(output.Name, output.TextIn(report.Result!));
            }

            world.Host.WriteSummary(StepSummary.Of(report));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return HostDiagnostics.FileFailed.At($"The outputs could not be handed to the build host: {failure.Message}");
        }
    }
}
