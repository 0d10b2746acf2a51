using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Gathering.Models;

namespace ModelOps.Core.Gathering;

/// <summary>
/// What a verdict rests on, as it was before a command ran. The code of the model that is judged runs in that command, under the same account, and could
/// change what it is judged by: the copies of the models, and the files that modelops.yml names.
/// </summary>
internal sealed class EvidenceSeal
{
    private readonly IReadOnlyList<GatheredModel> _models;
    private readonly IReadOnlyDictionary<string, (long Length, string Digest)> _files;

    private EvidenceSeal(IReadOnlyList<GatheredModel> models, IReadOnlyDictionary<string, (long Length, string Digest)> files) => (_models, _files) = (models, files);

    /// <summary>Notes what is there. No command has run yet.</summary>
    /// <param name="candidate">What is judged.</param>
    /// <param name="models">The models with their private copies.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<EvidenceSeal> TakeAsync(Candidate candidate, IReadOnlyList<GatheredModel> models, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, (long Length, string Digest)>(StringComparer.Ordinal);
        foreach (var path in SealedFiles.Of(candidate.Section).Select(path => Path.GetFullPath(path, candidate.Root)))
        {
            files[path] = (LengthOf(path), await DigestAsync(path, cancellationToken));
        }

        return new(models, files);
    }

    /// <summary>Makes sure that all is as it was.</summary>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelOpsException">Something was changed (MOP7008).</exception>
    public async Task RequireUnchangedAsync(IProgressSink progress, CancellationToken cancellationToken)
    {
        var changed = new List<string>();
        foreach (var model in _models)
        {
            if (model.Files is { } files && !await files.IsUnchangedAsync(progress, cancellationToken))
            {
                changed.Add($"the files of {model.Name}");
            }
        }

        foreach (var (path, (length, digest)) in _files)
        {
            // Length first: a file that was made endless is not read.
            if (LengthOf(path) != length || await DigestAsync(path, cancellationToken) != digest)
            {
                changed.Add($"'{path}'");
            }
        }

        if (changed.Count > 0)
        {
            throw new ModelOpsException(ExitCode.GateFailed, GateDiagnostics.Retagged.At(
                $"While commands of modelops.yml ran, somebody changed {string.Join(", ", changed)}: what the gates looked at is not what was registered or committed."));
        }
    }

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : -1;

    private static async Task<string> DigestAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(path) && SpecialFile.DescribeTarget(path) is null ? await CheckedFile.HashAsync(path, cancellationToken) : "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
