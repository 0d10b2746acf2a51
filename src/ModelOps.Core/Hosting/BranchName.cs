namespace ModelOps.Core.Hosting;

internal static class BranchName
{
    private const string Heads = "refs/heads/";

    /// <summary>Branch of a reference; null for a tag or anything else. A name without <c>refs/</c> is a branch already.</summary>
    public static string? FromReference(string reference) => reference switch
    {
        "" => null,
        _ when reference.StartsWith(Heads, StringComparison.Ordinal) => reference[Heads.Length..],
        _ when reference.StartsWith("refs/", StringComparison.Ordinal) => null,
        _ => reference,
    };
}
