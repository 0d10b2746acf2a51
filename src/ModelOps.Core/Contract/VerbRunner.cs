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
        var run = new VerbRun(world, verb, arguments);
        var report = await run.ExecuteAsync(cancellationToken);
        foreach (var diagnostic in report.Diagnostics)
        {
            world.Host.Report(diagnostic);
        }

        if (report.Result is not null)
        {
            foreach (var output in verb.Outputs)
            {
                world.Host.SetOutput(output.Name, OutputText.Of(output.ValueIn(report.Result)));
            }
        }

        return report;
    }

    /// <summary>Binds a verb's inputs without running it.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">Explicit arguments.</param>
    /// <returns>A report without result: origins of all inputs, and all problems.</returns>
    public VerbReport Explain(VerbDescriptor verb, ArgumentSource arguments)
    {
        var run = new VerbRun(world, verb, arguments);
        var report = run.Bind();
        foreach (var diagnostic in report.Diagnostics)
        {
            world.Host.Report(diagnostic);
        }

        return report;
    }
}
