using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Ephemeral;
using ModelOps.Core.Processes;
using ModelOps.Core.Releases;
using ModelOps.Core.Reporting;
using ModelOps.Core.Running;
using ModelOps.Core.Suites;

namespace ModelOps.Core.Verbs.Test;

/// <summary>Runs the tests of a model's pipelines.</summary>
internal sealed class TestVerb : IVerb<TestSettings, TestResult>
{
    private const string ModelPathName = "MODELOPS_MODEL_PATH";

    public async Task<VerbOutcome<TestResult>> RunAsync(TestSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var plan = TestPlan.Create(settings, context);
        if (settings.DryRun)
        {
            context.ReportDryRun();
            context.SayNothingNew();
            return new(TestTables.Create([.. plan.Unit.Concat(plan.Integration).Select(stage => new StageReport(stage, StageStatus.Planned))], plan.Root));
        }

        var stages = new StageRunner(context.Relay, SecretValues.CreateRedactor(context.Environment), plan.Root);
        var runner = new SuiteRunner(context, stages, settings.KeepGoing);
        var unit = await runner.RunAsync(plan.Unit, Variables(plan), cancellationToken);
        var (integration, catalog, opening) = await RunIntegrationAsync(plan, runner, context, cancellationToken);
        StageReport[] reports = [.. unit, .. integration];
        foreach (var finding in reports.SelectMany(report => report.Diagnostics))
        {
            context.Report(finding);
        }

        ReportPlace.Require(plan.JUnitPath, plan.Root);
        JUnitFile.Write(plan.JUnitPath, reports, plan.Root);
        var result = TestTables.Create(reports, plan.Root) with { Junit = plan.JUnitPath, Catalog = catalog };
        return new(result, TestVerdict.Worst(reports.Select(report => report.ExitCode).Append(opening)));
    }

    // Unit tests have run by now, and what they said is not lost because a server does not answer.
    private static async Task<(IReadOnlyList<StageReport> Reports, string? Catalog, ExitCode Opening)> RunIntegrationAsync(
        TestPlan plan, SuiteRunner runner, VerbContext context, CancellationToken cancellationToken)
    {
        if (plan.Environment is not { } environment)
        {
            return ([], null, ExitCode.Ok);
        }

        try
        {
            await using var catalog = await EphemeralCatalogs.OpenAsync(context, environment, plan.ShortName, plan.WantsSandbox, cancellationToken);
            context.Relay($"modelops: integration tests run in {catalog.Description}");
            return (await runner.RunAsync(plan.Integration, Variables(plan, catalog.Variables), cancellationToken), catalog.Description, ExitCode.Ok);
        }
        catch (ModelOpsException failure)
        {
            foreach (var finding in failure.Diagnostics)
            {
                context.Report(finding);
            }

            return ([.. plan.Integration.Select(stage => new StageReport(stage, StageStatus.NotRun))], null, failure.ExitCode);
        }
    }

    private static Dictionary<string, string> Variables(TestPlan plan, IReadOnlyDictionary<string, string>? catalog = null) =>
        new(catalog ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [ModelPathName] = plan.ModelPath };
}
