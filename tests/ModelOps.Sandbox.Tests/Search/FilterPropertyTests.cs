using FsCheck;
using FsCheck.Fluent;
using ModelOps.Sandbox.LoggedModels;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.Tests.Search;

public sealed class FilterPropertyTests
{
    private static readonly string[] Fragments =
    [
        "name", "tags.", "params", ".", "`", "'", "\"", "\\", "=", "!=", "LIKE", "IN", "NOT", "NULL", "IS", "(", ")", ",", ";", "AND", "1", "-1.5e3", "run_id",
        "--", "/*", " ", "[", "metrics.a", "dataset", "\U0001F600", "\0", "%",
    ];

    [Fact]
    public void Any_text_is_a_filter_or_a_fault() => Prop.ForAll(
        Gen.Elements(Fragments).ListOf().ToArbitrary(),
        Gen.Choose(0, 0x24FF).Select(sign => (char)sign).ListOf().ToArbitrary(),
        (fragments, signs) =>
        {
            foreach (var filter in new[] { string.Join(' ', fragments), string.Concat(fragments), string.Concat(signs) })
            {
                Try(() => RunVocabulary.Instance.Read(filter, Behavior.Mlflow3));
                Try(() => ExperimentVocabulary.Instance.Read(filter, Behavior.Mlflow2));
                Try(() => RegistryVocabulary.Versions.Read(filter, Behavior.Mlflow3));
                Try(() => LoggedModelVocabulary.Read(filter));
                Try(() => RunVocabulary.ReadOrdering(filter));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_out_is_read_back() => Prop.ForAll(Conditions().NonEmptyListOf().ToArbitrary(), conditions =>
    {
        var read = RunVocabulary.Instance.Read(string.Join(" AND ", conditions.Select(Write)), Behavior.Mlflow3);

        Assert.Equal(conditions, read);
    }).QuickCheckThrowOnFailure();

    private static Gen<Condition> Conditions() =>
        from kind in Gen.Choose(0, 2)
        from key in Texts()
        from value in Texts()
        from comparator in Gen.Choose(0, 2)
        select ToCondition(kind, key, value, comparator);

    private static Gen<string> Texts() => Gen.Choose(1, 0x24FF).Select(sign => (char)sign).ListOf().Select(signs => string.Concat(signs));

    private static Condition ToCondition(int entity, string key, string value, int comparator)
    {
        var plain = string.Concat(key.Where(sign => sign is not ('`' or '\'' or '"' or '\0')));
        var text = string.Concat(value.Where(sign => sign is not ('\'' or '\\')));
        var kind = (EntityKind)(Math.Abs(entity % 3));
        string[] comparators = kind == EntityKind.Metric ? ["<", ">=", "="] : ["=", "!=", "LIKE"];
        return new(kind, "k" + plain, comparators[Math.Abs(comparator % 3)], kind == EntityKind.Metric ? text.Length - 1.5 : text);
    }

    private static string Write(Condition condition)
    {
        var entity = condition.Entity switch
        {
            EntityKind.Metric => "metrics",
            EntityKind.Parameter => "params",
            _ => "tags",
        };
        return FormattableString.Invariant(
            $"{entity}.`{condition.Key}` {condition.Comparator} {(condition.Value is string text ? $"'{text}'" : condition.Value)}");
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (MlflowFault)
        {
            // A filter may be refused, but in no other way.
        }
    }
}
