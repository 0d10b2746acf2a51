using System.Text.Json;
using ModelOps.Core.Gathering;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Json;
using ModelOps.Core.Verbs;

namespace ModelOps.Core.Tests.Contract;

/// <summary>What the toolkit writes as JSON is known when it is built: a native program finds out nothing about a type.</summary>
public class WrittenTypesTests
{
    [Fact]
    public void Every_enumeration_is_written_by_name()
    {
        var numbers = Roots().SelectMany(root => Reached(root.Type, root.Options).Where(type => type.IsEnum).Select(type => (type, Text: Write(type, root.Options))))
            .Where(written => written.Text[0] != '"').Select(written => written.type.Name).Distinct();

        Assert.Equal("", string.Join(", ", numbers));
    }

    [Fact]
    public void No_type_is_left_to_be_found_out_while_it_is_written()
    {
        var unknown = Roots().SelectMany(root => Reached(root.Type, root.Options)).Where(type => type == typeof(object));

        Assert.Empty(unknown);
    }

    private static IEnumerable<(Type Type, JsonSerializerOptions Options)> Roots() =>
    [
        .. VerbCatalog.All.Select(verb => (verb.ResultType, ResultJson.Written)),
        (typeof(ReportDocument), ReportJsonWriter.Written),
        (typeof(JudgedFacts), FactsJson.Written),
        (typeof(RuleFacts), FactsJson.Written),
    ];

    private static string Write(Type type, JsonSerializerOptions options) => JsonSerializer.Serialize(Enum.GetValues(type).GetValue(0), options.GetTypeInfo(type));

    private static HashSet<Type> Reached(Type root, JsonSerializerOptions options)
    {
        var seen = new HashSet<Type>();
        var waiting = new Queue<Type>([root]);
        while (waiting.TryDequeue(out var next))
        {
            var type = Nullable.GetUnderlyingType(next) ?? next;
            if (!seen.Add(type) || type.IsEnum)
            {
                continue;
            }

            var info = options.GetTypeInfo(type);
            foreach (var part in info.Properties.Where(property => property.Get is not null).Select(property => property.PropertyType).Append(info.ElementType).Append(info.KeyType).OfType<Type>())
            {
                waiting.Enqueue(part);
            }
        }

        return seen;
    }
}
