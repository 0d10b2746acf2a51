using System.Reflection;
using System.Text.Json.Serialization;

namespace ModelOps.Core.Contract;

internal static class ChoiceText
{
    /// <summary>A value of an enumeration as people write it: the name given for JSON, else its own with hyphens.</summary>
    public static string Of(Enum choice) =>
        choice.GetType().GetField(choice.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? new InputName(choice.ToString()).Kebab;
}
