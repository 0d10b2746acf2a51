using ModelOps.Abstractions.IO;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gates;
using ModelOps.Core.Processes;

namespace ModelOps.Core.Gathering;

/// <summary>A command of modelops.yml that is run for a model.</summary>
/// <param name="Key">Key of modelops.yml that it is under.</param>
/// <param name="Words">Program and arguments, with placeholders.</param>
/// <param name="Directory">Directory in which it runs, relative to modelops.yml; null for that of modelops.yml.</param>
/// <param name="Timeout">Longest time.</param>
/// <param name="PassEnvironment">Names of variables that it asks for.</param>
internal sealed record TeamCommand(string Key, IReadOnlyList<string> Words, string? Directory, TimeSpan Timeout, IReadOnlyList<string> PassEnvironment)
{
    /// <summary>The command that writes predictions; null when there is none.</summary>
    public static TeamCommand? Of(EvaluationSection section) =>
        section.Run is { } run ? new("evaluation", Split(run), section.Directory, section.Timeout.Value, section.PassEnvironment) : null;

    /// <summary>The command that answers requests; null when there is none.</summary>
    public static TeamCommand? Of(ScoringNeed need) =>
        need.Run is { } run ? new("gates.runtime", Split(run), need.Directory, need.Timeout, need.PassEnvironment) : null;

    /// <summary>Digests of the files that words of the command name, in their order; empty for a word that names none: another script makes other predictions.</summary>
    /// <param name="root">Directory of modelops.yml.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<string>> FileDigestsAsync(string root, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(Directory ?? ".", root);
        var digests = new List<string>();
        foreach (var file in Words.Select(word => Path.Combine(directory, word)))
        {
            digests.Add(File.Exists(file) && SpecialFile.DescribeTarget(Path.GetFullPath(file)) is null ? await CheckedFile.HashAsync(file, cancellationToken) : "");
        }

        return digests;
    }

    // Rules of the configuration have made sure that the command can be split.
    private static IReadOnlyList<string> Split(string run) => CommandText.TrySplit(run, out var words, out _) ? words : [];
}
