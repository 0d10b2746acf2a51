using System.Security.Cryptography;
using System.Text;
using ModelOps.Core.Registry;

namespace ModelOps.Core.Releases;

/// <summary>The key that makes register idempotent.</summary>
internal static class VersionKey
{
    /// <summary>Lower-case hexadecimal SHA-256 over name, digest and commit, each ended by a line feed, which none of them can contain.</summary>
    public static string Of(ModelName model, string digest, string? commit) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{digest}\n{commit}\n")));
}
