using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Search;

/// <summary>JSON of the pages of registered models and model versions.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ModelPage))]
[JsonSerializable(typeof(VersionPage))]
internal sealed partial class RegistryPageJson : JsonSerializerContext;
