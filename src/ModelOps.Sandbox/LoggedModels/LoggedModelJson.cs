using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>JSON of the answers about logged models, and of their page tokens.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(LoggedModelAnswer))]
[JsonSerializable(typeof(LoggedModelPage))]
[JsonSerializable(typeof(LoggedModelToken))]
internal sealed partial class LoggedModelJson : JsonSerializerContext;
