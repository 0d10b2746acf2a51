using System.Text.Json;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>Cases that the sandbox answers otherwise, each with the reason. A case that is not listed has to be the same.</summary>
internal static class KnownDifferences
{
    /// <summary>Reasons by case.</summary>
    public static IReadOnlyDictionary<string, string> Of(string release) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllText(Path.Combine(TestFiles.Root, "tests", "ModelOps.Sandbox.Tests", "Contract", "known-differences.json")))![release];
}
