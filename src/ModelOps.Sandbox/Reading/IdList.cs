using System.Text.Json;

namespace ModelOps.Sandbox.Reading;

/// <summary>Identities as one parameter of a statement, which takes them apart with <c>json_each</c>.</summary>
internal static class IdList
{
    public static string Of(IReadOnlyList<string> ids) => JsonSerializer.Serialize(ids, IdJson.Default.IReadOnlyListString);

    public static string Of(IReadOnlyList<long> ids) => JsonSerializer.Serialize(ids, IdJson.Default.IReadOnlyListInt64);
}
