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
        return report.ExitCode == ExitCode.Ok
            ? (TResult)report.Result!
            : throw new CakeException((int)report.ExitCode, Explain(report));

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            cancellation.Cancel();
        }
    }

    private static string Explain(VerbReport report)
    {
        var codes = report.Diagnostics.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).Distinct();
        return $"{report.Verb.CommandText} ended with exit code {(int)report.ExitCode} ({string.Join(", ", codes.Prepend(report.ExitCode.ToString()))}).";
    }
}
