using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Processes;
using ModelOps.Core.Running;

namespace ModelOps.Core.Suites;

/// <summary>Runs the stages of a suite in order.</summary>
/// <param name="context">The verb's context.</param>
/// <param name="stages">Runs one stage.</param>
/// <param name="keepGoing">Whether a stage that does not pass lets the next one run.</param>
internal sealed class SuiteRunner(VerbContext context, StageRunner stages, bool keepGoing)
{
    /// <summary>Runs a suite; a suite of which no test ran could not run.</summary>
    /// <param name="plans">Its stages; nothing happens when there are none.</param>
    /// <param name="variables">Variables that all commands of the suite get.</param>
    /// <param name="cancellationToken">Ends the command that runs.</param>
    public async Task<IReadOnlyList<StageReport>> RunAsync(
        IReadOnlyList<StagePlan> plans, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var build = await context.ReadBuildAsync(cancellationToken);
        var reports = new List<StageReport>();
        foreach (var plan in plans)
        {
            if (!keepGoing && reports.Exists(report => report.ExitCode != ExitCode.Ok))
            {
                reports.Add(new(plan, StageStatus.NotRun));
                continue;
            }

            context.Relay($"modelops: {plan.FullName}: {CommandText.Join(plan.Words)}");
            var own = new Dictionary<string, string>(variables.Concat(plan.Variables), StringComparer.Ordinal);
            var passed = PassedVariables.Of(plan.PassEnvironment, $"Stage '{plan.FullName}'", build, context);
            var request = plan.Request(ChildEnvironment.Create(context.Environment, passed, own, context.Catalogs.Backends)) with
            {
                EndsLeftovers = build.IsUntrusted,
                Isolation = await Namespaces.ForAsync(build, plan.Directory, context.Environment),
            };
            reports.Add(await stages.RunAsync(plan, request, cancellationToken) with { Isolation = request.Isolation });
            context.OnStep($"{plan.FullName} done");
        }

        return WithoutTests(reports) ? [reports[0] with { Status = StageStatus.CouldNotRun, Diagnostics = [NoTests(plans)] }, .. reports.Skip(1)] : reports;
    }

    private static bool WithoutTests(List<StageReport> reports) =>
        reports.Count > 0 && reports.TrueForAll(report => report.Status == StageStatus.Passed) && reports.Sum(report => report.Ran) == 0;

    private static Diagnostic NoTests(IReadOnlyList<StagePlan> plans) =>
        TestDiagnostics.NoTests.At($"The suite '{plans[0].Suite}' ran no test: none of its commands wrote results.");
}
