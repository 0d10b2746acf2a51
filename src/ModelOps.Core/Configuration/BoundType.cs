using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>How values of one type of modelops.yml are made, by code that a native program has too.</summary>
/// <param name="Type">The type.</param>
/// <param name="Keys">Properties that are keys, in the order of declaration; none for a type that is one value.</param>
/// <param name="Create">Makes a record as nobody has filled it.</param>
/// <param name="ToList">Makes a list of values.</param>
/// <param name="NewMap">Makes a map from names to values that keeps their order.</param>
internal sealed record BoundType(Type Type, IReadOnlyList<PropertyInfo> Keys, Func<object> Create, Func<IEnumerable<object>, IList> ToList, Func<IDictionary> NewMap)
{
    /// <summary>A record with keys of its own.</summary>
    public static BoundType Section<[DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties)] T>()
        where T : class => Value<T>() with
        {
            Keys = [.. typeof(T).GetProperties().Where(property => property.IsDefined(typeof(ConfigKeyAttribute)))],
            Create = () => Activator.CreateInstance<T>(),
        };

    /// <summary>A type that is one value, where lists or maps of it are asked for.</summary>
    public static BoundType Value<T>()
        where T : notnull => new(
            typeof(T),
            [],
            () => throw new NotSupportedException($"{typeof(T)} is no record."),
            values => values.Cast<T>().ToArray(),
            () => new OrderedDictionary<string, T>());
}
