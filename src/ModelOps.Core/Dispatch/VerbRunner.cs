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
    private readonly HostOutputs _outputs = new(world.Host);

    /// <summary>Runs a verb. Expected failures, cancellation and defects all end as a report, never as an exception.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">Explicit arguments.</param>
    /// <param name="cancellationToken">Ends the verb with exit code 130.</param>
    public async Task<VerbReport> RunAsync(VerbDescriptor verb, ArgumentSource arguments, CancellationToken cancellationToken)
    {
        world.Host.MaskSecrets(world.Environment, world.Backends);
        var start = world.Time.GetTimestamp();
        using var log = DebugLog.Open(world.Host, world.Environment, world.WorkingDirectory, world.Time);
        RunFacts.Begin(log, world, verb);
        var report = await new VerbRunner(world with { Debug = log }).RunLoggedAsync(verb, arguments, cancellationToken);
        RunFacts.End(log, report, world.Time.GetElapsedTime(start));
        return report;
    }

    /// <summary>Binds a verb's inputs without running it.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">Explicit arguments.</param>
    /// <returns>A report without result: origins of all inputs, and all problems.</returns>
    public VerbReport Explain(VerbDescriptor verb, ArgumentSource arguments)
    {
        world.Host.MaskSecrets(world.Environment, world.Backends);
        var loaded = TryLoad(verb, arguments);
        var several = loaded is { IsBroken: false } ? SeriesRequest.Read(world, verb, arguments, loaded.Configuration) : null;
        var report = new VerbRun(world, verb, arguments, loaded, _ => { }).Bind(isForSeveral: several is not null);
        if (several is { Problems: { Count: > 0 } problems })
        {
            report = report with { ExitCode = ExitCode.BadInput, Diagnostics = [.. report.Diagnostics, .. problems] };
        }

        ReportAll(report.Diagnostics);
        return report;
    }

    private async Task<VerbReport> RunLoggedAsync(VerbDescriptor verb, ArgumentSource arguments, CancellationToken cancellationToken)
    {
        AbandonedDirectories.Remove();
        var loaded = TryLoad(verb, arguments);
        var several = loaded is { IsBroken: false } ? SeriesRequest.Read(world, verb, arguments, loaded.Configuration) : null;
        var report = several is not null
            ? HandOver(await new ModelSeries(world, verb, arguments, loaded!, ReportAll).RunAsync(several, cancellationToken))
            : await RunOneAsync(verb, arguments, loaded, cancellationToken);
        return await new ReportComment(world).AddAsync(report, loaded, arguments, several is not null, cancellationToken);
    }

    private async Task<VerbReport> RunOneAsync(VerbDescriptor verb, ArgumentSource arguments, LoadedConfiguration? loaded, CancellationToken cancellationToken)
    {
        var reported = 0;
        var wasAnnounced = false;
        void Announce(VerbReport early)
        {
            ReportAll(early.Diagnostics);
            reported = early.Diagnostics.Count;
            if (_outputs.TryHandOver(early) is { } problem)
            {
                throw new ModelOpsException(ExitCode.BadInput, problem);
            }

            world.OnAnnounced(early);
            wasAnnounced = true;
        }

        var report = await new VerbRun(world, verb, arguments, loaded, Announce).ExecuteAsync(cancellationToken);
        ReportAll(report.Diagnostics.Skip(reported));
        return wasAnnounced ? report with { WasAnnounced = true } : HandOver(report);
    }

    // What cannot even be looked for is looked for again by the run, which says so.
    private LoadedConfiguration? TryLoad(VerbDescriptor verb, ArgumentSource arguments)
    {
        try
        {
            return LoadedConfiguration.Read(world, verb, arguments);
        }
        catch (Exception)
        {
            return null;
        }
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
        if (_outputs.TryHandOver(report) is not { } problem)
        {
            return report;
        }

        world.Host.Report(problem);
        var exitCode = report.ExitCode == ExitCode.Ok ? ExitCode.BadInput : report.ExitCode;
        return report with { ExitCode = exitCode, Diagnostics = [.. report.Diagnostics, problem] };
    }
}
