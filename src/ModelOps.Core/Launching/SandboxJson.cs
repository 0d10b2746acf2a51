using System.Text.Json.Serialization;

namespace ModelOps.Core.Launching;

/// <summary>JSON of the lines between the sandbox's process and its starter.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SandboxOptions))]
[JsonSerializable(typeof(SandboxReady))]
internal sealed partial class SandboxJson : JsonSerializerContext;
