using System.Text.RegularExpressions;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>Requests as text, without what no two runs share: run IDs, times, the tags that name the build host, and the values of those that are sealed with them.</summary>
internal static partial class RequestLog
{
    private static readonly string[] HostTags = ["modelops.repository", "modelops.build_url", "modelops.actor", "modelops.previous"];
    private static readonly string[] SealTags = ["modelops.ended", "modelops.seal", "modelops.continues", "modelops.ledger_head"];

    public static IReadOnlyList<string> Of(MlflowServer server) =>
        [.. server.Requests.Select(request => Normalise($"{request.Method} {request.Path}{request.Query} {request.Body}")).Order(StringComparer.Ordinal)];

    private static string Normalise(string request)
    {
        foreach (var tag in HostTags)
        {
            request = Regex.Replace(request, $$"""\{"key":"{{Regex.Escape(tag)}}","value":"[^"]*"\},?""", "");
        }

        foreach (var tag in SealTags)
        {
            request = Regex.Replace(request, $"""(?<="key":"{Regex.Escape(tag)}","value":")[^"]*""", "SEAL");
        }

        return Time().Replace(RunId().Replace(request.Replace(",]", "]", StringComparison.Ordinal), "RUN"), "TIME");
    }

    // Commit, digest and key are longer.
    [GeneratedRegex(@"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")]
    private static partial Regex RunId();

    [GeneratedRegex(@"(?<=_time"":)\d+")]
    private static partial Regex Time();
}
