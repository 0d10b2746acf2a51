using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Changes;

/// <summary>The models of modelops.yml that differ from a commit. Where nobody can tell, all do: one too few would not be noticed.</summary>
/// <param name="configuration">The configuration, from a file.</param>
/// <param name="build">What is being built.</param>
internal sealed class ChangedModels(ToolkitConfiguration configuration, BuildInfo build)
{
    private readonly GitChanges _git = new(new(configuration.Directory!, ProcessEnvironment.Instance));

    /// <summary>Finds them.</summary>
    /// <param name="named">Commit or branch that the call names; null for none.</param>
    /// <param name="cancellationToken">Ends the questions to git.</param>
    /// <exception cref="ModelOpsException">The call names what can be no commit.</exception>
    public async Task<ChosenModels> FindAsync(string? named, CancellationToken cancellationToken)
    {
        var from = await ChangeBase.FindAsync(named, build, _git, cancellationToken);
        if (await _git.PrefixAsync(cancellationToken) is not { } prefix)
        {
            return All($"git does not answer in '{configuration.Directory}', or there is no repository");
        }

        if (from.Commit is not { } commit)
        {
            return All(from.Problem);
        }

        var watched = new WatchedPaths(configuration.Directory!, prefix);
        var own = configuration.Models.ToDictionary(section => section.Name, watched.OfModel);
        if (await _git.PathsAsync(commit, cancellationToken) is not { } paths
            || await _git.IgnoredAsync(own.Values.SelectMany(places => places ?? []), cancellationToken) is not { } ignored)
        {
            return All($"git cannot compare with {commit}");
        }

        var before = await _git.ReadAsync(commit, prefix + Path.GetFileName(configuration.File), cancellationToken);
        var contents = new ConfigurationChanges(before, await File.ReadAllTextAsync(configuration.File!, cancellationToken));
        var models = new List<ModelSection>();
        var findings = new List<Diagnostic>();
        foreach (var section in configuration.Models)
        {
            var reason = contents.IsSharedChanged ? "what modelops.yml says for all models differs"
                : contents.IsChanged(section.Name) ? "its section of modelops.yml differs"
                : own[section.Name] is not { } places ? "its directory is outside of the repository, so that no commit tells what is in it"
                : PathReason.Of([.. places, .. watched.OfOthers(section)], paths) ?? PathReason.OfIgnored(places, ignored)
                    ?? (await _git.HasAsync(commit, places[^1], cancellationToken) ? null : $"there was no '{VisibleText.Of(places[^1])}'");
            if (reason is not null)
            {
                models.Add(section);
                findings.Add(SeriesDiagnostics.Changed.At($"{VisibleText.Of(section.Name)} runs: {reason} (compared with {commit})."));
            }
        }

        return models.Count > 0 ? new(models, findings) : new([], [SeriesDiagnostics.NothingChanged.At($"No model of modelops.yml differs from {commit}.")]);
    }

    private ChosenModels All(string reason) => new(configuration.Models, [SeriesDiagnostics.BaseUnknown.At($"All models run, because {reason}.")]);
}
