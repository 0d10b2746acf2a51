using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Search;

/// <summary>Which of the active and the deleted are searched.</summary>
internal static class Views
{
    public const int Active = 1;

    private const int Deleted = 2;

    private static readonly Dictionary<string, int> Choices = new() { ["ACTIVE_ONLY"] = Active, ["DELETED_ONLY"] = Deleted, ["ALL"] = 3 };

    /// <summary>A field of a request that says which.</summary>
    public static Field Field(string name) => Protocol.Field.Choice(name, Choices);

    /// <summary>The view as SQL.</summary>
    /// <param name="column">The column with the stage of life, a constant.</param>
    /// <param name="view">Which are searched.</param>
    public static string Condition(string column, int view) => view switch
    {
        Active => $"{column} = 'active'",
        Deleted => $"{column} = 'deleted'",
        _ => $"{column} IN ('active', 'deleted')",
    };
}
