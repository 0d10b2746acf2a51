using System.Text.Json.Serialization;
using ModelOps.Sandbox.ModelVersions;

namespace ModelOps.Sandbox.RegisteredModels;

/// <summary>JSON of the registry's answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ModelAnswer))]
[JsonSerializable(typeof(VersionAnswer))]
[JsonSerializable(typeof(LatestVersionsAnswer))]
[JsonSerializable(typeof(DownloadUriAnswer))]
internal sealed partial class RegistryJson : JsonSerializerContext;
