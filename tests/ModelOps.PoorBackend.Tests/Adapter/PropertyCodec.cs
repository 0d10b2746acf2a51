using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>
/// Tags and aliases as the server's properties, and back. The toolkit's own keys have dots, which the server refuses: they are written with a prefix of
/// the adapter. What a caller wants to write must be possible as it is, or it is refused by name; nothing is changed silently.
/// </summary>
internal static class PropertyCodec
{
    /// <summary>Characters that no key may have there.</summary>
    public const string RefusedInKeys = ".,-=/:";

    /// <summary>Longest value.</summary>
    public const int LongestValue = 1000;

    /// <summary>Longest key, as it is written there.</summary>
    public const int LongestKey = 200;

    /// <summary>Property that keeps the run of a version.</summary>
    public const string Run = "run_id";

    private const string Dotted = "modelops.";
    private const string Own = "modelops_";
    private const string Alias = "alias_";

    private static readonly SearchValues<char> Refused = SearchValues.Create(RefusedInKeys);

    /// <summary>Tags as properties.</summary>
    /// <exception cref="ModelOpsException">Keys or values that the server cannot keep, all of them (MOP2010).</exception>
    public static Dictionary<string, string?> Encode(IReadOnlyList<Tag> tags)
    {
        var problems = tags.Select(FindProblem).OfType<string>().Select(text => RegistryDiagnostics.Unsupported.At(text)).ToArray();
        return problems.Length == 0
            ? tags.GroupBy(tag => KeyOf(tag.Key)).ToDictionary(group => group.Key, group => (string?)group.Last().Value, StringComparer.Ordinal)
            : throw new ModelOpsException(ExitCode.BadInput, problems);
    }

    /// <summary>The tags among properties.</summary>
    public static Dictionary<string, string> Decode(IEnumerable<KeyValuePair<string, string>> properties) => properties
        .Where(property => property.Key != Run && !property.Key.StartsWith(Alias, StringComparison.Ordinal))
        .ToDictionary(
            property => property.Key.StartsWith(Own, StringComparison.Ordinal) ? Dotted + property.Key[Own.Length..] : property.Key,
            property => property.Value,
            StringComparer.Ordinal);

    /// <summary>Property that keeps an alias: a hyphen and what stands for it are written so that two aliases never meet.</summary>
    public static string KeyOf(AliasName alias) =>
        Alias + alias.Value.Replace("_", "__", StringComparison.Ordinal).Replace("-", "_h", StringComparison.Ordinal);

    /// <summary>Reads an alias.</summary>
    public static bool TryReadAlias(string key, [NotNullWhen(true)] out AliasName? alias)
    {
        alias = null;
        if (!key.StartsWith(Alias, StringComparison.Ordinal))
        {
            return false;
        }

        // Pairs are read from the left: '__' first would take the second half of one pair for the first half of another.
        var parts = key[Alias.Length..].Split("__").Select(part => part.Replace("_h", "-", StringComparison.Ordinal));
        return AliasName.TryParse(string.Join('_', parts), out alias);
    }

    public static string KeyOf(string key) =>
        key.StartsWith(Dotted, StringComparison.Ordinal) ? Own + key[Dotted.Length..] : key;

    private static string? FindProblem(Tag tag) =>
        IsReserved(tag.Key) ? $"The tag key '{tag.Key}' is refused: this registry needs it for something else."
        : KeyOf(tag.Key).AsSpan().ContainsAny(Refused) ? $"The tag key '{tag.Key}' is refused: this registry takes none of the characters {RefusedInKeys}"
        : KeyOf(tag.Key).Length > LongestKey ? $"The tag key '{tag.Key}' is refused: this registry takes {LongestKey} characters."
        : tag.Value.Length > LongestValue ? $"The value of tag '{tag.Key}' has {tag.Value.Length} characters; this registry takes {LongestValue}."
        : null;

    private static bool IsReserved(string key) =>
        key == Run || key.StartsWith(Own, StringComparison.Ordinal) || key.StartsWith(Alias, StringComparison.Ordinal);
}
