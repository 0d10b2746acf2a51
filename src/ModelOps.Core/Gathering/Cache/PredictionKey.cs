using System.Security.Cryptography;
using System.Text.Json;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Gathering.Cache;

/// <summary>What predictions depend on, as far as it can be told: the model, the data, the command and the scripts that it names.</summary>
internal static class PredictionKey
{
    // Changed whenever the meaning of an entry changes, so that no other release takes it for its own.
    private const string Format = "1";

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Digest of the data.</param>
    /// <param name="command">The command.</param>
    /// <param name="format">Format of the predictions.</param>
    /// <param name="root">Directory of modelops.yml.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<string> ComputeAsync(
        ContentIdentity model, string data, TeamCommand command, string format, string root, CancellationToken cancellationToken)
    {
        var parts = new List<string> { Format, model.Digest, model.Manifest, data, command.Directory ?? "", format };
        foreach (var (word, digest) in command.Words.Zip(await command.FileDigestsAsync(root, cancellationToken)))
        {
            parts.AddRange([word, digest]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts, CacheJson.Default.ListString)));
    }
}
