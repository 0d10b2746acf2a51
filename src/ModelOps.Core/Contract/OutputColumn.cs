using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Contract;

/// <summary>A column of a table for people.</summary>
/// <param name="Name">Heading.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="IsDetail">Whether it is the first to be left out where there is no room for all.</param>
internal sealed record OutputColumn(string Name, CellKind Kind = CellKind.Text, bool IsDetail = false)
{
    /// <summary>The column of a property of a row.</summary>
    /// <param name="property">Name of the property.</param>
    /// <param name="type">Its type.</param>
    /// <param name="details">Properties that are left out first.</param>
    public static OutputColumn Of(string property, Type type, IReadOnlyList<string> details) =>
        new(NameOf(property), KindOf(type), details.Contains(property, StringComparer.OrdinalIgnoreCase));

    /// <summary>Heading of a property.</summary>
    public static string NameOf(string property) => new InputName(property).Kebab.Replace('-', ' ');

    private static CellKind KindOf(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value == typeof(DateTimeOffset) ? CellKind.Time : value.IsPrimitive || value.IsEnum ? CellKind.Word : CellKind.Text;
    }
}
