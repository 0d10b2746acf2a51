using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Digests of evaluation datasets and of the inputs of their records.</summary>
internal static class DatasetDigest
{
    private const int Length = 8;

    /// <summary>Digest of a dataset, which changes with the time of its records alone.</summary>
    public static string Of(string name, long time) => Hash(string.Create(CultureInfo.InvariantCulture, $"{name}:{time}"))[..Length];

    /// <summary>SHA-256 of a text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
