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
            BuildReader = async token => (await ReadAsync(world, configuration, place: null, token)).Judge(),
            WitnessReader = (place, token) => ReadAsync(world, configuration, place, token),
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

    // The rules are those of the tree that modelops.yml is in.
    private static async Task<BuildWitnesses> ReadAsync(VerbWorld world, ToolkitConfiguration configuration, string? place, CancellationToken cancellationToken)
    {
        var rules = configuration.Directory is { } directory && GitPlace.FindTop(directory) is not null ? directory : world.WorkingDirectory;
        var witnesses = await BuildInfoReader.ReadWitnessesAsync(world.Environment, rules, place, cancellationToken);
        var build = witnesses.Judge();
        world.Debug.Write(
            "git",
            $"commit {build.Commit ?? build.CommitUnknown?.Words ?? "unknown"}; branch {build.Branch ?? build.BranchUnknown?.Words ?? "unknown"}; tag {build.Tag ?? "none"}; "
            + $"repository {build.Repository ?? "unknown"}; pull request {build.PullRequest ?? "none"}; {build.Doubt?.Finding.Message ?? "nothing speaks against it"}");
        return witnesses;
    }
}
