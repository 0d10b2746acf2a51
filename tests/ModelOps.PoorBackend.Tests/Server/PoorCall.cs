using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>What a request asks for.</summary>
/// <param name="Method">Method.</param>
/// <param name="Segments">Parts of the path, decoded one by one.</param>
/// <param name="Page">Number of the page; 0 for the first.</param>
internal sealed record PoorCall(string Method, IReadOnlyList<string> Segments, int Page)
{
    /// <summary>Method and number of parts: what tells calls apart.</summary>
    public string Shape => $"{Method} {Segments[0]} {Segments.Count}";

    public static PoorCall Read(HttpContext context)
    {
        // As it was written: the server's own path is decoded already, and a slash in a name would be lost.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
        var segments = target[0].TrimStart('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (segments.Contains(""))
        {
            throw PoorFault.Violation("PATH", $"The path '{target[0]}' has an empty part.");
        }

        return new(context.Request.Method, segments, target.Length == 1 ? 0 : ReadPage(target[1]));
    }

    private static int ReadPage(string query)
    {
        const string Name = "page_token=";
        return query.StartsWith(Name, StringComparison.Ordinal) && int.TryParse(query[Name.Length..], out var page)
            ? page
            : throw PoorFault.Violation("QUERY", $"The query '{query}' is not known.");
    }
}
