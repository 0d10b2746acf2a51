namespace ModelOps.Core.Hosting;

internal static class BranchName
{
    /// <summary>What the reference of a tag begins with.</summary>
    public const string Tags = "refs/tags/";

    private const string Heads = "refs/heads/";

    /// <summary>Branch of a reference; null for a tag or anything else. A name without <c>refs/</c> is a branch already.</summary>
    public static string? FromReference(string reference) => reference switch
    {
        "" => null,
        _ when reference.StartsWith(Heads, StringComparison.Ordinal) => reference[Heads.Length..],
        _ when reference.StartsWith("refs/", StringComparison.Ordinal) => null,
        _ => reference,
    };

    /// <summary>Tag of a reference; null for a branch or anything else.</summary>
    public static string? TagFromReference(string reference) =>
        reference.StartsWith(Tags, StringComparison.Ordinal) && reference.Length > Tags.Length ? reference[Tags.Length..] : null;
}
