using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>Where the next page of a search of logged models starts, in the form of MLflow's own tokens, which name the search they belong to.</summary>
internal sealed record LoggedModelToken
{
    public IReadOnlyList<string>? ExperimentIds { get; init; }

    public string? FilterString { get; init; }

    public IReadOnlyList<LoggedModelOrdering>? OrderBy { get; init; }

    public long? Offset { get; init; }

    /// <summary>The token as text.</summary>
    public string Encode() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this, LoggedModelJson.Default.LoggedModelToken));

    /// <summary>Reads a token and looks whether it is of this search.</summary>
    /// <param name="text">The token; empty for the first page.</param>
    /// <param name="search">The search.</param>
    /// <returns>Rows before the page.</returns>
    /// <exception cref="MlflowFault">It is of another search.</exception>
    /// <exception cref="InvalidDataException">It is no token: MLflow answers with its page for internal errors.</exception>
    public static long Read(string text, LoggedModelToken search)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var token = Decode(text);
        Require(token.ExperimentIds?.SequenceEqual(search.ExperimentIds!) == true, "Experiment IDs", "experiment IDs");
        Require((token.FilterString ?? "") == (search.FilterString ?? ""), "Filter string", "filter string");
        Require((token.OrderBy ?? []).SequenceEqual(search.OrderBy ?? []), "Order by", "order by");
        return token.Offset ?? 0;
    }

    private static LoggedModelToken Decode(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(PageToken.Decode(text), LoggedModelJson.Default.LoggedModelToken) ?? new();
        }
        catch (MlflowFault fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
        catch (JsonException error)
        {
            throw MlflowFault.Invalid($"Invalid page token: {text}. {error.Message}");
        }
    }

    private static void Require(bool isSame, string what, string requested)
    {
        if (!isSame)
        {
            throw MlflowFault.Invalid($"{what} in the page token do{(what == "Experiment IDs" ? "" : "es")} not match the requested {requested}.");
        }
    }
}
