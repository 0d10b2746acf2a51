using System.Globalization;
using System.Text.Json;

namespace ModelOps.Core.Hosting;

/// <summary>What the runner's event file says of a pull request.</summary>
/// <param name="HeadCommit">Commit at the head of the pull request; null when unknown.</param>
/// <param name="Number">Number of the pull request; null when unknown.</param>
/// <param name="IsFork">Whether the pull request comes from another repository; null when unknown, as for a fork that was deleted.</param>
internal sealed record GitHubEvent(string? HeadCommit, string? Number, bool? IsFork)
{
    private const long MaxBytes = 16 * 1024 * 1024;

    // What is merged already, or written by people who may: a run after one of these is no pull request's.
    private static readonly string[] Merged = ["push", "schedule", "workflow_dispatch", "repository_dispatch", "release"];

    /// <summary>A pull request of which nothing is known.</summary>
    public static GitHubEvent Unknown { get; } = new(null, null, null);

    /// <summary>Reads the file; a missing, huge or malformed one says nothing.</summary>
    public static GitHubEvent Read(string? file) =>
        Read(file, root => Find(root, "pull_request") is { } request ? FromRequest(request) : Unknown) ?? Unknown;

    /// <summary>Reads the file of a comment; null where it is on an issue that is no pull request.</summary>
    public static GitHubEvent? ReadComment(string? file)
    {
        var isIssue = Read(file, root => Find(root, "issue") is { ValueKind: JsonValueKind.Object } issue && Find(issue, "pull_request") is null ? "issue" : null) is not null;
        return isIssue ? null : Unknown with { Number = Read(file, root => Find(root, "issue") is { } issue ? NumberOf(issue) : null) };
    }

    /// <summary>Reads the file of a run that follows another; null where that one built what is merged already.</summary>
    public static GitHubEvent? ReadRun(string? file)
    {
        var isMerged = Read(file, root => Find(root, "workflow_run") is { } run && IsOfMerged(run) ? "merged" : null) is not null;
        return isMerged ? null : Unknown with { Number = Read(file, root => Find(root, "workflow_run") is { } run ? NumberOfRun(run) : null) };
    }

    /// <summary>Commit that the branch had before a push; null when the file does not say it.</summary>
    public static string? ReadPushed(string? file) => Read(file, root => TextOf(root, "before") is { } hash && GitRepository.IsHash(hash) ? hash : null);

    private static T? Read<T>(string? file, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            if (string.IsNullOrEmpty(file) || new FileInfo(file) is not { Exists: true, Length: <= MaxBytes })
            {
                return null;
            }

            using var stream = File.OpenRead(file);
            using var document = JsonDocument.Parse(stream, new() { MaxDepth = 64 });
            return read(document.RootElement);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static GitHubEvent FromRequest(JsonElement request)
    {
        var sha = Find(request, "head") is { } head ? TextOf(head, "sha") : null;
        return new(GitRepository.IsHash(sha ?? "") ? sha : null, NumberOf(request), ComesFromFork(request));
    }

    // A fork's own push is not this repository's; a queue's branch is a push to what is not merged.
    private static bool IsOfMerged(JsonElement run) =>
        TextOf(run, "event") is { } name && Merged.Contains(name)
        && IdOf(run, "head_repository") is { } head && head == IdOf(run, "repository")
        && MergeQueue.Find($"refs/heads/{TextOf(run, "head_branch")}") is null;

    private static string? NumberOfRun(JsonElement run) =>
        Find(run, "pull_requests") is { ValueKind: JsonValueKind.Array } requests && requests.GetArrayLength() == 1 ? NumberOf(requests[0]) : null;

    private static string? NumberOf(JsonElement request) =>
        Find(request, "number") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var parsed) ? parsed.ToString(CultureInfo.InvariantCulture) : null;

    private static bool? ComesFromFork(JsonElement request) =>
        RepositoryOf(request, "head") is { } head && RepositoryOf(request, "base") is { } target
            ? head != target
            : null;

    private static long? RepositoryOf(JsonElement request, string side) => Find(request, side) is { } commit ? IdOf(commit, "repo") : null;

    private static long? IdOf(JsonElement element, string name) =>
        Find(element, name) is { } repository && Find(repository, "id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var number) ? number : null;

    private static string? TextOf(JsonElement element, string name) => Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
