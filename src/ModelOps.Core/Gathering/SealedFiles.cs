using ModelOps.Core.Configuration;

namespace ModelOps.Core.Gates.Gathering;

/// <summary>The files that modelops.yml names as what a model is judged by. A directory of data is left out: a command may keep work of its own in it.</summary>
internal static class SealedFiles
{
    /// <summary>Paths as they are in modelops.yml.</summary>
    public static IEnumerable<string> Of(ModelSection section)
    {
        var gates = section.Gates;
        string?[] named =
        [
            section.Evaluation?.Data, gates.Champion.Baseline.Predictions, gates.Metadata.ModelCard,
            gates.Data?.Inputs, gates.Data?.Reference, gates.Runtime?.Requests,
        ];
        return named.OfType<string>().Where(path => !path.StartsWith(ModelCardFile.InModel, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
    }
}
