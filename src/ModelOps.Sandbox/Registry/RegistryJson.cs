using System.Text.Json.Serialization;
using ModelOps.Sandbox.Registry.Models;
using ModelOps.Sandbox.Registry.Versions;

namespace ModelOps.Sandbox.Registry;

/// <summary>JSON of the registry's answers.</summary>
/// <remarks>There are no fractions: options for these would turn off the generated fast path.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelAnswer))]
[JsonSerializable(typeof(VersionAnswer))]
[JsonSerializable(typeof(LatestVersionsAnswer))]
[JsonSerializable(typeof(DownloadUriAnswer))]
internal sealed partial class RegistryJson : JsonSerializerContext;
