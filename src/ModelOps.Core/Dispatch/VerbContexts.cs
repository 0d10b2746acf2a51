using ModelOps.Abstractions.Catalogs;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>Makes what a verb may use of the world.</summary>
internal static class VerbContexts
{
    /// <summary>The context of one run.</summary>
    /// <param name="world">What the front and the machine provide.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="onAnnounced">Takes the result of a verb that goes on.</param>
    public static VerbContext Create(VerbWorld world, ToolkitConfiguration configuration, Action<object> onAnnounced)
    {
        var findings = new Findings();
        var backends = new BackendContext
        {
            Environment = world.Environment,
            IsUntrusted = BuildInfoReader.IsUntrusted(world.Environment),
            Time = world.Time,
            Progress = world.Progress,
            Mask = world.Host.Mask,
            Report = findings.AddOnce,
        };
        return new()
        {
            WorkingDirectory = world.WorkingDirectory,
            Configuration = configuration,
            BuildReader = token => BuildInfoReader.ReadAsync(world.Environment, world.WorkingDirectory, token),
            Environment = world.Environment,
            Catalogs = new CatalogConnector(world.Backends, backends),
            Findings = findings,
            Time = world.Time,
            Progress = world.Progress,
            Relay = world.Host.Relay,
            OnAnnounced = onAnnounced,
            OwnSandbox = world.OwnSandbox,
            OnStep = world.OnStep,
        };
    }
}
