namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>A version as the server keeps it.</summary>
internal sealed class PoorVersion
{
    public const string Pending = "PENDING";
    public const string Ready = "READY";
    public const string Archived = "ARCHIVED";

    public required int Number { get; init; }

    public required string Comment { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Place of its files in the storage.</summary>
    public required string Place { get; init; }

    public string State { get; set; } = Pending;

    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Bytes by path.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);
}
