using System.Diagnostics;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Processes;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Train;

/// <summary>Runs the training of a model.</summary>
internal sealed class TrainVerb : IVerb<TrainSettings, TrainResult>
{
    public async Task<VerbOutcome<TrainResult>> RunAsync(TrainSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var plan = await TrainPlan.CreateAsync(settings, context, cancellationToken);
        var result = new TrainResult
        {
            Model = plan.Names.Model,
            EntryPoint = plan.EntryPoint,
            Command = [plan.Request.Program, .. plan.Request.Arguments],
            Experiment = plan.Names.Experiment,
            Isolation = plan.Request.Isolation is { } isolation ? new InputName(isolation.ToString()).Kebab : null,
        };
        if (settings.DryRun)
        {
            context.ReportDryRun();
            return new(result);
        }

        var begin = context.Time.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var redactor = SecretValues.CreateRedactor(context.Environment);
        var ended = await ProcessRunner.RunAsync(plan.Request, line => context.Relay(redactor.Redact(line)), cancellationToken);
        result = result with
        {
            Seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1),
            CommandExitCode = ended.TimedOut ? null : ended.ExitCode,
        };
        if (ended is { TimedOut: false, ExitCode: 0 })
        {
            var (run, model) = await new TrainedModel(plan, context).FindAsync(begin, cancellationToken);
            return new(result with { Run = run, ModelUri = model });
        }

        var how = ended.TimedOut ? $"was ended after {plan.Request.Timeout.TotalSeconds:0} seconds" : $"ended with exit code {ended.ExitCode}";
        context.Report(SandboxDiagnostics.TrainingFailed.At($"The command of the entry point '{plan.EntryPoint}' ('{plan.Request.Program}') {how}."));
        return new(result, ExitCode.GateFailed);
    }
}
