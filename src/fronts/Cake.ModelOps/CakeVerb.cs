using System.Runtime.InteropServices;
using Cake.Core;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Backends;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;

namespace Cake.ModelOps;

/// <summary>Runs a verb for an alias.</summary>
internal static class CakeVerb
{
    public static async Task<TResult> RunAsync<TSettings, TResult>(ICakeContext context, TSettings settings)
        where TSettings : VerbSettings
        where TResult : class
    {
        if (settings is ISeveralModels { All: true } or ISeveralModels { Changed: true })
        {
            throw Misused(settings, "All and Changed are for the alias that ends in Models: this one returns the result of one model.");
        }

        var report = await ReportAsync(context, settings);
        return report.Result as TResult ?? throw Misused(settings, "modelops.yml or the environment asks for several models: use the alias that ends in Models.");
    }

    public static async Task<SeveralModelsResult> RunSeveralAsync<TSettings>(ICakeContext context, TSettings settings)
        where TSettings : VerbSettings, ISeveralModels
    {
        var report = await ReportAsync(context, settings);
        return report.Series?.Result ?? throw Misused(settings, "Expected All or Changed: this alias returns the results of several models.");
    }

    private static async Task<VerbReport> ReportAsync<TSettings>(ICakeContext context, TSettings settings)
        where TSettings : VerbSettings
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var verb = VerbCatalog.For<TSettings>();
        var world = new VerbWorld
        {
            Host = new CakeHost(context.Log),
            Environment = ProcessEnvironment.Instance,
            Backends = AllBackends.List,
            WorkingDirectory = context.Environment.WorkingDirectory.FullPath,
        };

        // Cake hands its tasks no token, so the signals of a user and of a CI agent are listened to while the verb runs.
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        var report = await new VerbRunner(world).RunAsync(verb, TypedSettings.ToArguments(verb, settings), cancellation.Token);
        return report.ExitCode == ExitCode.Ok ? report : throw new CakeException((int)report.ExitCode, Explain(report));

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            cancellation.Cancel();
        }
    }

    private static CakeException Misused(VerbSettings settings, string reason) =>
        new((int)ExitCode.BadInput, $"{settings.GetType().Name}: {reason}");

    private static string Explain(VerbReport report)
    {
        var codes = report.Diagnostics.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).Distinct();
        return $"{report.Verb.CommandText} ended with exit code {(int)report.ExitCode} ({string.Join(", ", codes.Prepend(report.ExitCode.ToString()))}).";
    }
}
