using ModelOps.Core.Configuration;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Models;

namespace ModelOps.Core.Gathering;

/// <summary>The files that modelops.yml names as what a model is judged by. A directory of data is left out: a command may keep work of its own in it.</summary>
internal static class SealedFiles
{
    /// <summary>Paths as they are in modelops.yml.</summary>
    public static IEnumerable<string> Of(ModelSection section)
    {
        IEnumerable<string> data = section.Evaluation?.Data is { } path ? [path] : [];
        return data.Concat(EvidenceNeeds.Of(section.Gates).Files)
            .Where(named => !named.StartsWith(ModelCardFile.InModel, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
    }
}
