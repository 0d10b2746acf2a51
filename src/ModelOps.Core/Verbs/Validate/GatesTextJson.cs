using System.Text.Json.Serialization;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>JSON of the tag of a judged version.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatesText))]
internal sealed partial class GatesTextJson : JsonSerializerContext;
