using System.Collections;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>Settings records as arguments, for fronts whose callers write C#.</summary>
public static class TypedSettings
{
    /// <summary>
    /// Texts of all values that differ from their default. A value that is null, empty or equal to its default counts as absent, so that the
    /// environment and modelops.yml can give it, and everything passes the one binder.
    /// </summary>
    /// <param name="verb">The verb.</param>
    /// <param name="settings">A settings record of the verb.</param>
    public static ArgumentSource ToArguments(VerbDescriptor verb, object settings)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var input in verb.Inputs)
        {
            var value = input.Property.GetValue(settings);
            if (!Equals(value, input.Default) && TextsOf(input, value) is { Count: > 0 } given)
            {
                texts.Add(input.Name.Property, given);
            }
        }

        return new(texts);
    }

    private static IReadOnlyList<string> TextsOf(InputDescriptor input, object? value) =>
        input.IsList && value is IEnumerable items
            ? [.. items.Cast<object?>().Select(InputText.Of).OfType<string>()]
            : InputText.Of(value) is { Length: > 0 } text ? [text] : [];
}
