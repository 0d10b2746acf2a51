using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Issues;

/// <summary>JSON of the answers about issues, and of the lists that the store keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IssueAnswer))]
[JsonSerializable(typeof(IssuePage))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class IssueJson : JsonSerializerContext;
