using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Search;

/// <summary>JSON of the pages of registered models and model versions.</summary>
/// <remarks>There are no fractions: options for these would turn off the generated fast path.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelPage))]
[JsonSerializable(typeof(VersionPage))]
internal sealed partial class RegistryPageJson : JsonSerializerContext;
