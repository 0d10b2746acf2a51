using System.Security.Cryptography;
using ModelOps.Core.Checks;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Gathering;

/// <summary>All that a verdict rests on but the champion, in the order in which it is hashed.</summary>
/// <param name="Format">Grows when gates come to judge otherwise, so that no verdict of another release is taken over.</param>
/// <param name="Content">Content of the version.</param>
/// <param name="Seed">Seed of the call; null for that of modelops.yml.</param>
/// <param name="Section">The model's section.</param>
/// <param name="Check">Limits and waivers of check.</param>
/// <param name="Waived">Which waivers hold today.</param>
/// <param name="Description">Description of the version.</param>
/// <param name="Tags">The version's own tags, by key.</param>
/// <param name="Files">Digests of the files that count.</param>
internal sealed record JudgedFacts(
    string Format,
    ContentIdentity Content,
    int? Seed,
    ModelSection Section,
    CheckSection Check,
    IReadOnlyList<bool> Waived,
    string Description,
    IReadOnlyList<KeyValuePair<string, string>> Tags,
    IReadOnlyList<string> Files)
{
    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(ValueJson.Document(this, FactsJson.Written)));
}
