using ModelOps.Core.Configuration.Gates;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Gates.Gathering;

/// <summary>Profiles of the inputs and of what they are measured against.</summary>
internal static class DataEvidence
{
    /// <summary>Profile of the reference.</summary>
    public static Task<DataProfile> ReferenceAsync(DataGateSection section, string root, CancellationToken cancellationToken) =>
        ProfileFile.ReadOrProfileAsync(Path.GetFullPath(section.Reference, root), cancellationToken);

    /// <summary>Profile of the inputs, with the bins of the reference.</summary>
    public static Task<DataProfile> InputsAsync(DataGateSection section, DataProfile reference, string root, CancellationToken cancellationToken) =>
        DataProfiler.ProfileAsync(Path.GetFullPath(section.Inputs, root), reference, cancellationToken);
}
