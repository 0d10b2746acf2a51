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
            Log = world.Debug.About("http"),
        };
        return new()
        {
            WorkingDirectory = world.WorkingDirectory,
            Configuration = configuration,
            BuildReader = token => ReadBuildAsync(world, token),
            Environment = world.Environment,
            Catalogs = new CatalogConnector(world.Backends, backends),
            Findings = findings,
            Time = world.Time,
            Progress = world.Progress,
            Relay = world.Host.Relay,
            OnAnnounced = onAnnounced,
            OwnSandbox = world.OwnSandbox,
            Debug = world.Debug,
            OnStep = step =>
            {
                world.Debug.Write("step", step);
                world.OnStep(step);
            },
        };
    }

    private static async Task<BuildInfo> ReadBuildAsync(VerbWorld world, CancellationToken cancellationToken)
    {
        var build = await BuildInfoReader.ReadAsync(world.Environment, world.WorkingDirectory, cancellationToken);
        world.Debug.Write(
            "git",
            $"commit {build.Commit ?? build.CommitUnknown?.Words ?? "unknown"}; branch {build.Branch ?? build.BranchUnknown?.Words ?? "unknown"}; "
            + $"repository {build.Repository ?? "unknown"}; pull request {build.PullRequest ?? "none"}");
        return build;
    }
}
