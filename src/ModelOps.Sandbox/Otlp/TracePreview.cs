using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Otlp;

/// <summary>The beginning of what a trace was asked or answered.</summary>
internal static class TracePreview
{
    private const int Most = 1000;
    private const string Cut = "...";

    /// <summary>The preview of a value; null when there is none.</summary>
    /// <param name="json">The value.</param>
    public static string? Of(string? json)
    {
        if (json is null)
        {
            return null;
        }

        var whole = TextLimit.Cut(Most, json);
        return whole.Length == json.Length ? json : TextLimit.Cut(Most - Cut.Length, json) + Cut;
    }
}
