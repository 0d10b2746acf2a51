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

    private static readonly GitHubEvent Unknown = new(null, null, null);

    /// <summary>Reads the file; a missing, huge or malformed one says nothing.</summary>
    public static GitHubEvent Read(string? file) =>
        Read(file, root => Find(root, "pull_request") is { } request ? FromRequest(request) : Unknown) ?? Unknown;

    /// <summary>Commit that the branch had before a push; null when the file does not say it.</summary>
    public static string? ReadPushed(string? file) =>
        Read(file, root => Find(root, "before") is { ValueKind: JsonValueKind.String } before && before.GetString() is { } hash && GitRepository.IsHash(hash) ? hash : null);

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
        var sha = Find(request, "head") is { } head && Find(head, "sha") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        var number = Find(request, "number") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var parsed)
            ? parsed.ToString(CultureInfo.InvariantCulture)
            : null;
        return new(GitRepository.IsHash(sha ?? "") ? sha : null, number, ComesFromFork(request));
    }

    private static bool? ComesFromFork(JsonElement request) =>
        RepositoryOf(request, "head") is { } head && RepositoryOf(request, "base") is { } target
            ? head != target
            : null;

    private static long? RepositoryOf(JsonElement request, string side) =>
        Find(request, side) is { } commit
        && Find(commit, "repo") is { } repository
        && Find(repository, "id") is { ValueKind: JsonValueKind.Number } id
        && id.TryGetInt64(out var number)
            ? number
            : null;

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
