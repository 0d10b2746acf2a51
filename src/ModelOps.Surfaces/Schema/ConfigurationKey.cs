using System.Reflection;
using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;

namespace ModelOps.Surfaces.Schema;

/// <summary>One key of modelops.yml, as its property declares it.</summary>
/// <param name="Name">Key as written in the file.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="IsRequired">Whether the section needs the key.</param>
/// <param name="Default">Value when the key is absent; null when there is none.</param>
/// <param name="Description">What the key is for.</param>
/// <param name="Example">A value that could be given.</param>
internal sealed record ConfigurationKey(string Name, Type Type, bool IsRequired, object? Default, string Description, string? Example)
{
    /// <summary>The default as the file would write it; null when there is none, or when it is a list, a map or a section.</summary>
    public string? ScalarDefault =>
        !IsRequired && ItemOf(Type) is null && ValueOf(Type) is null && !IsSection(Type) && InputText.Of(Default) is { Length: > 0 } text ? text : null;

    /// <summary>Keys of a section, in the order of declaration.</summary>
    public static IReadOnlyList<ConfigurationKey> Of(Type section)
    {
        var keys = section.GetProperties().Where(property => property.IsDefined(typeof(ConfigKeyAttribute))).ToArray();
        var untouched = keys.Length > 0 ? Activator.CreateInstance(section) : null;
        return
        [
            .. from property in keys
               let attribute = property.GetCustomAttribute<ConfigKeyAttribute>()
               select new ConfigurationKey(
                   new InputName(property.Name).Environment.ToLowerInvariant(),
                   Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
                   property.IsDefined(typeof(RequiredMemberAttribute)),
                   property.GetValue(untouched),
                   attribute.Description,
                   attribute.Example),
        ];
    }

    /// <summary>Whether a type is a section, with keys of its own.</summary>
    public static bool IsSection(Type type) => Of(type).Count > 0;

    /// <summary>Type of the items of a list; null when the type is no list.</summary>
    public static Type? ItemOf(Type type) => ArgumentOf(type, typeof(IReadOnlyList<>), 0);

    /// <summary>Type of the values of a map; null when the type is no map.</summary>
    public static Type? ValueOf(Type type) => ArgumentOf(type, typeof(IReadOnlyDictionary<,>), 1);

    private static Type? ArgumentOf(Type type, Type definition, int index) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments()[index] : null;
}
