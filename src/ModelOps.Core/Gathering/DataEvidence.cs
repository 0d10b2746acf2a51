using ModelOps.Core.Gates;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Gathering;

/// <summary>Profiles of the inputs and of what they are measured against.</summary>
internal static class DataEvidence
{
    /// <summary>Profile of the reference.</summary>
    public static Task<DataProfile> ReferenceAsync(ProfileNeed need, string root, CancellationToken cancellationToken) =>
        ProfileFile.ReadOrProfileAsync(Path.GetFullPath(need.Reference, root), cancellationToken);

    /// <summary>Profile of the inputs, with the bins of the reference.</summary>
    public static Task<DataProfile> InputsAsync(ProfileNeed need, DataProfile reference, string root, CancellationToken cancellationToken) =>
        DataProfiler.ProfileAsync(Path.GetFullPath(need.Inputs, root), reference, cancellationToken);
}
