namespace ModelOps.Core.Models.Signature;

/// <summary>A property of an object type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Required">Whether it must be there; true where the file does not say.</param>
internal sealed record ObjectProperty(string Name, DataType Type, bool Required);
