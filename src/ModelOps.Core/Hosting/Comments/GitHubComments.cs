using System.Globalization;
using System.Reflection;
using ModelOps.Abstractions.Hosting;
using Octokit;
using Octokit.Internal;

namespace ModelOps.Core.Hosting.Comments;

/// <summary>Writes a comment on a pull request, over the one that an earlier build wrote.</summary>
/// <remarks>Octokit is named in this folder only, and called by this class.</remarks>
/// <param name="request">The pull request.</param>
/// <param name="progress">Shows what is waited for.</param>
/// <param name="time">The clock.</param>
internal sealed class GitHubComments(GitHubRequest request, IProgressSink progress, TimeProvider time)
{
    // GitHub takes 2500 comments; who says that there are more than these never comes to an end.
    private const int MaxPages = 30;
    private const int PageSize = 100;
    private const string Accepted = "application/vnd.github+json";
    private const string Json = "application/json";

    private static readonly string Version = typeof(GitHubComments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private readonly GitHubPatience _patience = new(progress, time);

    /// <summary>Edits the first comment that begins with the marker and is of the token's own account, else adds one.</summary>
    /// <param name="marker">How the comment begins.</param>
    /// <param name="text">All of it.</param>
    /// <param name="cancellationToken">Ends every request.</param>
    public async Task WriteAsync(string marker, string text, CancellationToken cancellationToken)
    {
        using var client = new HttpClientAdapter(() => new GitHubGuard(request.Api, cancellationToken));
        var credentials = new InMemoryCredentialStore(new Credentials(request.Token, AuthenticationType.Bearer));
        var connection = new Connection(new ProductHeaderValue("modelops", Version), request.Api, credentials, client, new GitHubJson());
        var own = await ReadOwnLoginAsync(connection, cancellationToken);
        var earlier = await FindAsync(connection, own, marker, cancellationToken);
        var body = new GitHubCommentText(text);
        var written = await _patience.CallAsync(
            () => earlier is { } comment
                ? connection.Patch<GitHubComment>(new Uri(request.Api, string.Create(CultureInfo.InvariantCulture, $"repos/{request.Repository}/issues/comments/{comment.Id}")), body, Accepted)
                : connection.Post<GitHubComment>(request.Comments, body, Accepted, Json, cancellationToken),
            cancellationToken);
        if (written.Body is not { Id: > 0 })
        {
            throw new InvalidDataException("the answer is no comment");
        }
    }

    private async Task<string> ReadOwnLoginAsync(Connection connection, CancellationToken cancellationToken)
    {
        var answer = await _patience.CallAsync(() => connection.Post<GitHubViewer>(request.GraphQl, GitHubQuery.Viewer, Accepted, Json, cancellationToken), cancellationToken);
        return answer.Body?.Data?.Viewer?.Login is { Length: > 0 } login ? login : throw new InvalidDataException("GitHub does not say whose token it is");
    }

    private async Task<GitHubComment?> FindAsync(Connection connection, string own, string marker, CancellationToken cancellationToken)
    {
        for (var page = 1; page <= MaxPages; page++)
        {
            // Numbered here: an address that the server names for the next page is not followed.
            var place = new Dictionary<string, string>
            {
                ["per_page"] = PageSize.ToString(CultureInfo.InvariantCulture),
                ["page"] = page.ToString(CultureInfo.InvariantCulture),
            };
            var answer = await _patience.CallAsync(() => connection.Get<IReadOnlyList<GitHubComment>>(request.Comments, place, Accepted, cancellationToken), cancellationToken);
            var comments = answer.Body ?? throw new InvalidDataException("the answer is no list of comments");
            if (comments.FirstOrDefault(comment => IsEarlier(comment, own, marker)) is { } found)
            {
                return found;
            }

            if (!answer.HttpResponse.ApiInfo.Links.ContainsKey("next"))
            {
                return null;
            }
        }

        throw new InvalidDataException(FormattableString.Invariant($"the comments have more than {MaxPages} pages"));
    }

    // Anybody can begin a comment with the marker; only what the token's account wrote is written over.
    private static bool IsEarlier(GitHubComment? comment, string own, string marker) =>
        comment is { Id: > 0, Body: { } body, User.Login: { } login }
        && string.Equals(login, own, StringComparison.OrdinalIgnoreCase)
        && body.StartsWith(marker, StringComparison.Ordinal);
}
