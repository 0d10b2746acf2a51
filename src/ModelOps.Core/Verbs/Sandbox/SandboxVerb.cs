using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Launching;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Sandbox;

/// <summary>Serves a sandbox, in this process where the program has one inside, else in one of its own; says where it is, and stays with it until it ends.</summary>
internal sealed class SandboxVerb : IVerb<SandboxSettings, SandboxResult>
{
    public async Task<VerbOutcome<SandboxResult>> RunAsync(SandboxSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var options = SandboxInputs.Create(settings, context.WorkingDirectory);
        if (!SandboxInputs.IsLoopback(options.Host))
        {
            context.Report(SandboxDiagnostics.OpenToOthers.At(
                $"The sandbox listens on '{options.Host}': anybody who reaches its port can read and change the catalog."));
        }

        if (context.OwnSandbox is { } own && !settings.Detach)
        {
            SandboxResult? served = null;
            await own.ServeAsync(options, ready => context.Announce(served = ResultOf(ready, settings, options, context)), cancellationToken);
            return new(served!);
        }

        await using var sandbox = await SandboxProcess.StartAsync(context.FindSandbox(), options, context.Environment, cancellationToken);
        var result = ResultOf(sandbox.Ready, settings, options, context);
        if (!settings.Detach)
        {
            context.Announce(result);
            await WaitAsync(sandbox, cancellationToken);
        }

        return new(result);
    }

    private static SandboxResult ResultOf(SandboxReady ready, SandboxSettings settings, SandboxOptions options, VerbContext context) => new()
    {
        Uri = ready.Uri!,
        ProcessId = ready.ProcessId,
        Store = ready.StoreFile,
        BehavesLike = settings.BehavesLike,
        EndsAt = options.TtlSeconds is { } seconds ? context.Time.GetUtcNow().AddSeconds(seconds) : null,
        Usage = $"export MLFLOW_TRACKING_URI={ready.Uri}",
    };

    // To be told to end is the normal end of a service, and no failure.
    private static async Task WaitAsync(SandboxProcess sandbox, CancellationToken cancellationToken)
    {
        try
        {
            var exitCode = await sandbox.Exited.WaitAsync(cancellationToken);
            if (exitCode != 0 && !cancellationToken.IsCancellationRequested)
            {
                throw new ModelOpsException(ExitCode.RemoteFailure, SandboxDiagnostics.Ended.At(
                    $"The sandbox at {sandbox.Uri} ended by itself, with exit code {exitCode}. {sandbox.Errors}".TrimEnd()));
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox ends with the verb.
        }
    }
}
