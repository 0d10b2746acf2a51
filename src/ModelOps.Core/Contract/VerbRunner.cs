using ModelOps.Core.Diagnostics;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Contract;

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
        world.Host.MaskSecrets(world.Environment);
        var report = await new VerbRun(world, verb, arguments).ExecuteAsync(cancellationToken);
        ReportAll(report);
        return HandOver(report);
    }

    /// <summary>Binds a verb's inputs without running it.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">Explicit arguments.</param>
    /// <returns>A report without result: origins of all inputs, and all problems.</returns>
    public VerbReport Explain(VerbDescriptor verb, ArgumentSource arguments)
    {
        world.Host.MaskSecrets(world.Environment);
        var report = new VerbRun(world, verb, arguments).Bind();
        ReportAll(report);
        return report;
    }

    private void ReportAll(VerbReport report)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            world.Host.Report(diagnostic);
        }
    }

    // A later step that finds no output would go on with an empty one, so a host that cannot take them fails the verb.
    private VerbReport HandOver(VerbReport report)
    {
        try
        {
            foreach (var output in report.Result is null ? [] : report.Verb.Outputs)
            {
                world.Host.SetOutput(output.Name, OutputText.Of(output.ValueIn(report.Result!)));
            }

            world.Host.WriteSummary(ReportMarkdown.Write(report));
            return report;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var diagnostic = HostDiagnostics.FileFailed.At($"The outputs could not be handed to the build host: {failure.Message}");
            world.Host.Report(diagnostic);
            var exitCode = report.ExitCode == ExitCode.Ok ? ExitCode.BadInput : report.ExitCode;
            return report with { ExitCode = exitCode, Diagnostics = [.. report.Diagnostics, diagnostic] };
        }
    }
}
