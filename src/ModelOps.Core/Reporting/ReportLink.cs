using ModelOps.Core.Hosting;

namespace ModelOps.Core.Reporting;

/// <summary>Addresses that a report links to. They come from outside: whatever is not plainly an address of the web becomes no link.</summary>
internal static class ReportLink
{
    private const int MaxLength = 1000;
    private const string GitSuffix = ".git";

    // What an address may have by RFC 3986, without the signs that Markdown or a reader of logs would take for its own.
    private const string Marks = "-._~:/?#@!$&'*+,;=%";

    /// <summary>The address, when it is one of http or https without credentials; else null.</summary>
    /// <param name="text">Text from outside.</param>
    public static string? Web(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || Marks.Contains(letter, StringComparison.Ordinal))
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 }
            ? address.AbsoluteUri
            : null;

    /// <summary>The page of a commit; null when the repository has no address of the web.</summary>
    /// <param name="repository">Address of the repository.</param>
    /// <param name="commit">Full hash.</param>
    public static string? Commit(string? repository, string? commit) =>
        Web(repository) is { } address && commit is not null && GitRepository.IsHash(commit) && address.AsSpan().IndexOfAny('?', '#') < 0
            ? $"{WithoutSuffix(address.TrimEnd('/'))}/commit/{commit}"
            : null;

    /// <summary>The page of a file of a run on an MLflow server; null when the server has no address of the web.</summary>
    /// <param name="server">Address of the server.</param>
    /// <param name="experiment">ID of the experiment.</param>
    /// <param name="run">ID of the run.</param>
    /// <param name="file">Path of the file among the artifacts.</param>
    public static string? RunFile(string? server, string experiment, string run, string file) =>
        Web(server) is { } address && address.AsSpan().IndexOfAny('?', '#') < 0
            ? Web($"{address.TrimEnd('/')}/#/experiments/{Uri.EscapeDataString(experiment)}/runs/{Uri.EscapeDataString(run)}/artifacts/{Uri.EscapeDataString(file)}")
            : null;

    private static string WithoutSuffix(string address) => address.EndsWith(GitSuffix, StringComparison.OrdinalIgnoreCase) ? address[..^GitSuffix.Length] : address;
}
