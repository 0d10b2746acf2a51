using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Models;

namespace ModelOps.Core.Gates.Digest;

/// <summary>Candidates whose files are not those that were registered.</summary>
internal static class DigestMutants
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "stale-digest", "digest", "a byte of a file changed after registration",
            "a version that was registered with a digest, and its files", MakeStale),
    ];

    // The smallest file that no rule reads, so that nothing but the digest tells.
    private static GateCase? MakeStale(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good.Candidate.Registered is null || workspace.Copy(good) is not { } copy)
        {
            return null;
        }

        var model = copy.Directory;
        var example = model.Model?.Value?.Example;
        string?[] read =
        [
            "MLmodel", model.CondaPath, model.PythonPath, ModelDirectory.RequirementsPath, example?.ArtifactPath?.Text, example?.ServingPath?.Text,
        ];
        var candidates = copy.Files.Where(file => file.Size > 0).ToList();
        var file = candidates.Where(file => !read.Contains(file.Path)).MinBy(file => file.Size) ?? candidates.MinBy(file => file.Size);
        if (file is null)
        {
            return null;
        }

        copy.Damage(file.Path);
        return copy.ReplaceIn(good, isRegistered: false);
    }
}
