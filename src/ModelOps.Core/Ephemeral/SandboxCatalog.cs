using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Launching;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Ephemeral;

/// <summary>An ephemeral catalog in a sandbox that ends with the test.</summary>
internal static class SandboxCatalog
{
    /// <summary>Starts the sandbox; it ends when this process does, however that happens.</summary>
    public static async Task<EphemeralCatalog> OpenAsync(
        VerbContext context, SandboxCommand program, CatalogNames names, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        using var seed = new EphemeralSeed(names);
        var options = new SandboxOptions { TtlSeconds = timeToLive.TotalSeconds, WatchProcess = Environment.ProcessId, SeedFile = seed.File };
        var sandbox = await SandboxProcess.StartAsync(program, options, context.Environment, cancellationToken);
        var variables = CatalogVariables.Create(new(sandbox.Uri, sandbox.Uri, context.WorkingDirectory), names);
        CatalogVariables.AddLoopback(variables, context.Environment);
        return new(variables, $"sandbox at {sandbox.Uri}", () => CloseAsync(context, sandbox));
    }

    private static async Task CloseAsync(VerbContext context, SandboxProcess sandbox)
    {
        if (sandbox.Exited.IsCompleted)
        {
            context.Report(SandboxDiagnostics.Ended.At($"The sandbox ended by itself during the test, with exit code {await sandbox.Exited}. {sandbox.Errors}")
                with { Severity = Severity.Warning });
        }

        await sandbox.DisposeAsync();
    }
}
