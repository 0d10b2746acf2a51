using System.Globalization;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting.Comments;

/// <summary>The pull request that a build runs for, and how GitHub is asked about it.</summary>
/// <param name="Api">Root of the REST interface, with a slash at its end.</param>
/// <param name="Repository">Owner and name.</param>
/// <param name="Number">Number of the pull request.</param>
/// <param name="Token">Token of the job.</param>
internal sealed partial record GitHubRequest(Uri Api, string Repository, long Number, string Token)
{
    private const string EnterpriseRoot = "/api/v3/";

    /// <summary>Address of the GraphQL interface, which is always on the same server.</summary>
    public Uri GraphQl => new(Api, Api.AbsolutePath.EndsWith(EnterpriseRoot, StringComparison.Ordinal) ? "../graphql" : "graphql");

    /// <summary>The comments of the pull request.</summary>
    public Uri Comments => new(Api, string.Create(CultureInfo.InvariantCulture, $"repos/{Repository}/issues/{Number}/comments"));

    /// <summary>The pull request in words.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Repository}#{Number}");

    /// <summary>Reads the runner's variables.</summary>
    /// <param name="environment">Environment variables.</param>
    /// <param name="number">Number of the pull request, as the build says it.</param>
    /// <returns>The pull request, or what is wrong.</returns>
    public static (GitHubRequest? Request, string? Problem) Read(IEnvironment environment, string? number)
    {
        var root = environment.Get("GITHUB_API_URL") is { Length: > 0 } given ? given : "https://api.github.com";
        var repository = environment.Get("GITHUB_REPOSITORY") ?? "";
        var token = environment.Get("GITHUB_TOKEN")?.Trim() ?? "";
        return (ApiOf(root), repository, token) switch
        {
            (null, _, _) => (null, $"GITHUB_API_URL is '{root}'. Expected an address with https, without user, query and fragment."),
            (_, _, "") => (null, "the step has no GITHUB_TOKEN. The actions hand it over; a step that calls the command needs env: GITHUB_TOKEN: ${{ github.token }}"),
            (_, _, _) when token.AsSpan().ContainsAnyExceptInRange((char)0x21, (char)0x7e) => (null, "GITHUB_TOKEN has characters that no token has."),
            (_, _, _) when !RepositoryName().IsMatch(repository) => (null, $"GITHUB_REPOSITORY is '{repository}'. Expected owner/name."),
            var (api, _, _) when long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 => (new(api, repository, value, token), null),
            _ => (null, "the event file of the build (GITHUB_EVENT_PATH) does not say the number of the pull request."),
        };
    }

    // A token is sent there: in the clear only to this machine.
    private static Uri? ApiOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { UserInfo: "", Query: "", Fragment: "" }
            ? new(uri.AbsoluteUri.TrimEnd('/') + "/")
            : null;

    [GeneratedRegex(@"\A(?!\.{1,2}/)[A-Za-z0-9_.-]{1,100}/(?!\.{1,2}\z)[A-Za-z0-9_.-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryName();
}
