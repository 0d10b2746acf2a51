namespace ModelOps.Sandbox.Protocol;

/// <summary>Texts of which an empty one means the same as none.</summary>
internal static class EmptyText
{
    /// <summary>The text; null when it is empty.</summary>
    public static string? NullIfEmpty(this string text) => text.Length == 0 ? null : text;
}
