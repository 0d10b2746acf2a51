using System.Text.Json.Serialization;

namespace ModelOps.Core.Gathering;

/// <summary>What is known of the facts that verdicts rest on: code that is made when the toolkit is built.</summary>
[JsonSerializable(typeof(JudgedFacts))]
[JsonSerializable(typeof(RuleFacts))]
internal sealed partial class FactTypes : JsonSerializerContext;
