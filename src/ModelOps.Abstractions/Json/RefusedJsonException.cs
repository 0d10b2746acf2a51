namespace ModelOps.Abstractions.Json;

/// <summary>JSON that is well formed and still refused; never leaves <see cref="SafeJson"/>.</summary>
internal sealed class RefusedJsonException(string message, int offset) : Exception(message)
{
    /// <summary>Bytes before the place.</summary>
    public int Offset { get; } = offset;
}
