namespace ModelOps.Core.Models.Signature;

/// <summary>A parameter of inference.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; an array when its shape is <c>[-1]</c>.</param>
internal sealed record ParamSpec(string Name, DataType Type);
