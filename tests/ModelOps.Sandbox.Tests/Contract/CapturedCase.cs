using System.Text.Json;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>One request to a real server, with what it answered.</summary>
internal sealed record CapturedCase(string Endpoint, int Sequence, string Name, JsonElement Request, JsonElement Response)
{
    /// <summary>The one case that is not asked: it makes the server call an address on the internet.</summary>
    public const string NotAsked = "webhooks-test: test of a webhook that cannot be reached (no network)";

    public string Method => Request.GetProperty("method").GetString()!;

    public string Path => Request.GetProperty("path").GetString()!;

    public int Status => Response.GetProperty("status").GetInt32();

    public string Id => $"{Endpoint}: {Name}";

    /// <summary>All cases that a release answered, in the order in which it was asked.</summary>
    public static IReadOnlyList<CapturedCase> Load(string release) => [.. LoadSequences(release).SelectMany(cases => cases)];

    /// <summary>The same by server: each sequence began on a fresh one. What was captured later has a sequence of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<CapturedCase>> LoadSequences(string release) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(TestFiles.Root, "tests", "Wire", release), "*.json")
            .Select(file => (File: file, Root: JsonDocument.Parse(System.IO.File.ReadAllText(file)).RootElement))
            .Where(one => one.Root.TryGetProperty("cases", out _))
            .GroupBy(one => one.Root.TryGetProperty("sequence", out _))
            .OrderBy(group => group.Key)
            .Select(group => group
                .SelectMany(one => Read(one.File, one.Root))
                .Where(one => one.Id != NotAsked)
                .OrderBy(one => one.Sequence).ToList()),
    ];

    private static IEnumerable<CapturedCase> Read(string file, JsonElement root)
    {
        var endpoint = System.IO.Path.GetFileNameWithoutExtension(file);
        return root.GetProperty("cases").EnumerateArray()
            .Where(one => one.TryGetProperty("seq", out _))
            .Select(one => new CapturedCase(
                endpoint, one.GetProperty("seq").GetInt32(), one.GetProperty("case").GetString()!, one.GetProperty("request"), one.GetProperty("response")));
    }
}
