using System.Reflection;
using System.Text.Json.Serialization;

namespace ModelOps.Abstractions.Text;

internal static class ChoiceText
{
    /// <summary>A value of an enumeration as people write it: the name given for JSON, else its own with hyphens.</summary>
    public static string Of(Enum choice) =>
        choice.GetType().GetField(choice.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? new InputName(choice.ToString()).Kebab;

    /// <summary>All values of an enumeration as people write them.</summary>
    public static IReadOnlyList<string> All(Type type) => [.. ValuesOf(type).Select(Of)];

    /// <summary>The value that people write so, in any case; null when there is none.</summary>
    public static Enum? Find(Type type, string? text) =>
        ValuesOf(type).FirstOrDefault(choice => string.Equals(Of(choice), text, StringComparison.OrdinalIgnoreCase));

    // By name: an array of the values would need code that a native program has only for types that it names.
    private static IEnumerable<Enum> ValuesOf(Type type) => Enum.GetNames(type).Select(name => (Enum)Enum.Parse(type, name));
}
