using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Registry;
using ModelOps.Core.Sandbox;

namespace ModelOps.Core.Ephemeral;

/// <summary>An ephemeral catalog in a sandbox that ends with the test.</summary>
internal static class SandboxCatalog
{
    /// <summary>Starts the sandbox; it ends when this process does, however that happens.</summary>
    public static async Task<EphemeralCatalog> OpenAsync(
        VerbContext context, SandboxProgram program, EphemeralNames names, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions { TtlSeconds = timeToLive.TotalSeconds, WatchProcess = Environment.ProcessId };
        var sandbox = await SandboxProcess.StartAsync(program, options, context.Environment, cancellationToken);
        try
        {
            await FillAsync(context, sandbox, names, cancellationToken);
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }

        var variables = EphemeralVariables.Create(sandbox.Uri, sandbox.Uri, names);
        EphemeralVariables.AddLoopback(variables, context.Environment);
        return new(variables, $"sandbox at {sandbox.Uri}", () => CloseAsync(context, sandbox));
    }

    // As on a shared server, so that a test meets the same catalog in both.
    private static async Task FillAsync(VerbContext context, SandboxProcess sandbox, EphemeralNames names, CancellationToken cancellationToken)
    {
        if (sandbox.Ready.StoreFile is { } file)
        {
            var uri = $"sqlite:///{file}";
            await using var catalog = await context.Catalogs.OpenAsync(new CatalogAddress(uri, uri, context.WorkingDirectory), cancellationToken);
            await catalog.Registry.EnsureModelAsync(names.Model, "", cancellationToken);
            await catalog.Tracking.EnsureExperimentAsync(names.Experiment, cancellationToken);
        }
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
