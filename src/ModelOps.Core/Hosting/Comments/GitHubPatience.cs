using System.Globalization;
using ModelOps.Abstractions.Hosting;
using Octokit;

namespace ModelOps.Core.Hosting.Comments;

/// <summary>Waits as long as GitHub's limits ask for, and together no longer than a bound.</summary>
/// <param name="progress">Shows how long is waited.</param>
/// <param name="time">The clock.</param>
internal sealed class GitHubPatience(IProgressSink progress, TimeProvider time)
{
    /// <summary>All that is waited for one comment. GitHub asks for a minute where it says no time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private TimeSpan _left = Longest;

    /// <summary>Makes a call, again after each wait that GitHub asks for.</summary>
    /// <param name="call">The call; one that a limit refused has changed nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GitHubBusyException">GitHub asks for a longer wait than is left.</exception>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wish;
            try
            {
                return await call();
            }
            catch (ApiException refusal) when (WishOf(refusal) is { } asked)
            {
                wish = asked;
            }

            if (wish > _left)
            {
                throw new GitHubBusyException(wish);
            }

            _left -= wish;
            progress.Note(string.Create(CultureInfo.InvariantCulture, $"GitHub's rate limit: the report's comment waits {wish.TotalSeconds:0} s"));
            await Task.Delay(wish, time, cancellationToken);
        }
    }

    // By header first: docs.github.com, "Rate limits for the REST API". Octokit tells a limit by the words of the answer.
    private TimeSpan? WishOf(ApiException refusal)
    {
        if ((int)refusal.StatusCode is not (403 or 429))
        {
            return null;
        }

        if (GitHubHeaders.Find(refusal.HttpResponse, "Retry-After") is { } after)
        {
            return Bounded(Number(after));
        }

        if (GitHubHeaders.Find(refusal.HttpResponse, "X-RateLimit-Remaining") == "0")
        {
            return Bounded(Number(GitHubHeaders.Find(refusal.HttpResponse, "X-RateLimit-Reset")) - time.GetUtcNow().ToUnixTimeSeconds());
        }

        return (int)refusal.StatusCode == 429 || refusal is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException ? Longest : null;
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue * 4L ? number : null;

    // At least a second, so that a server which says none is not asked without end.
    private static TimeSpan Bounded(long? seconds) => seconds is { } known ? TimeSpan.FromSeconds(Math.Clamp(known, 1, int.MaxValue)) : Longest;
}
