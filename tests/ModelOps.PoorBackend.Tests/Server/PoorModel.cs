namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>A registered model as the server keeps it.</summary>
internal sealed class PoorModel
{
    public required string Name { get; init; }

    public required string Comment { get; set; }

    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>By number, which is the place in the list: none is ever taken away.</summary>
    public List<PoorVersion> Versions { get; } = [];

    /// <summary>Writes properties; null removes one.</summary>
    public static void Write(Dictionary<string, string> properties, IEnumerable<KeyValuePair<string, string?>> changes)
    {
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                properties.Remove(key);
            }
            else
            {
                properties[key] = value;
            }
        }
    }
}
