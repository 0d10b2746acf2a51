using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Launching;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Sandbox;

/// <summary>Starts a sandbox, says where it is, and stays with it until one of them is ended.</summary>
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

        var program = SandboxCommand.Find(context.Environment);
        await using var sandbox = await SandboxProcess.StartAsync(program, options, context.Environment, cancellationToken);
        var result = new SandboxResult
        {
            Uri = sandbox.Uri,
            ProcessId = sandbox.Ready.ProcessId,
            Store = sandbox.Ready.StoreFile,
            BehavesLike = settings.BehavesLike,
            EndsAt = options.TtlSeconds is { } seconds ? context.Time.GetUtcNow().AddSeconds(seconds) : null,
            Usage = $"export MLFLOW_TRACKING_URI={sandbox.Uri}",
        };
        if (!settings.Detach)
        {
            context.Announce(result);
            await WaitAsync(sandbox, cancellationToken);
        }

        return new(result);
    }

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
