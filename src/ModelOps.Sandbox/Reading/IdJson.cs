using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Reading;

/// <summary>JSON of lists of identities.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
internal sealed partial class IdJson : JsonSerializerContext;
