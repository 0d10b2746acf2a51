using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Tests.Configuration;

/// <summary>Types of modelops.yml are named where they are bound: a native program makes none that nobody named.</summary>
public class BoundTypesTests
{
    [Fact]
    public void Every_record_and_every_item_of_a_list_or_map_is_named()
    {
        var missing = Needed(typeof(ToolkitConfiguration), []).Where(type => BoundTypes.Find(type) is null);

        Assert.Empty(missing);
    }

    private static HashSet<Type> Needed(Type record, HashSet<Type> found)
    {
        if (!found.Add(record))
        {
            return found;
        }

        foreach (var type in record.GetProperties().Where(property => property.IsDefined(typeof(ConfigKeyAttribute), inherit: false)).Select(property => property.PropertyType))
        {
            Visit(type, found);
        }

        return found;
    }

    private static void Visit(Type type, HashSet<Type> found)
    {
        if (type.IsGenericType && type.Namespace == typeof(List<>).Namespace)
        {
            var item = type.GetGenericArguments()[^1];
            found.Add(item);
            Visit(item, found);
        }
        else if (type.GetProperties().Any(property => property.IsDefined(typeof(ConfigKeyAttribute), inherit: false)))
        {
            Needed(type, found);
        }
    }
}
