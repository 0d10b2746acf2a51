using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Gates.Signature;
using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Tests.Gates;

public sealed class TypeChangeTests
{
    private static readonly TypeChange[] All = [TypeChange.OfInputs, TypeChange.OfParams, TypeChange.OfOutputs];

    [Fact]
    public void Every_type_can_stand_for_itself() => Prop.ForAll(
        Types(3).ToArbitrary(), type => All.All(change => change.FindMisfit(type, type) is null)).Check(Config.QuickThrowOnFailure);

    // Else two releases that pass would break a caller that one release may not.
    [Fact]
    public void What_passes_in_two_steps_passes_in_one() => Prop.ForAll(
        Types(1).Three().ToArbitrary(),
        types => All.All(change => change.FindMisfit(types.Item1, types.Item2) is not null || change.FindMisfit(types.Item2, types.Item3) is not null
            || change.FindMisfit(types.Item1, types.Item3) is null)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void No_two_different_numbers_can_stand_for_each_other()
    {
        foreach (var change in All)
        {
            foreach (var (left, right) in Enum.GetValues<ScalarKind>().SelectMany(left => Enum.GetValues<ScalarKind>().Select(right => (left, right))).Where(pair => pair.left != pair.right))
            {
                Assert.False(
                    change.FindMisfit(new DataType.Scalar(left), new DataType.Scalar(right)) is null && change.FindMisfit(new DataType.Scalar(right), new DataType.Scalar(left)) is null,
                    $"{left} and {right}");
            }
        }
    }

    private static Gen<DataType> Types(int depth)
    {
        var leaves = Gen.Frequency(
            (6, Gen.Elements(Enum.GetValues<ScalarKind>()).Select(DataType (kind) => new DataType.Scalar(kind))),
            (1, Gen.Constant<DataType>(new DataType.Any())),
            (1, Gen.Constant<DataType>(new DataType.SparkVector())));
        if (depth == 0)
        {
            return leaves;
        }

        var inner = Types(depth - 1);
        return Gen.Frequency(
            (3, leaves),
            (1, inner.Select(DataType (items) => new DataType.Array(items))),
            (1, inner.Select(DataType (values) => new DataType.Map(values))),
            (3, Objects(inner)));
    }

    private static Gen<DataType> Objects(Gen<DataType> inner) =>
        from names in Gen.SubListOf("a", "b")
        from types in inner.ListOf(names.Count)
        from required in Gen.Elements(true, false).ListOf(names.Count)
        select (DataType)new DataType.Object([.. names.Select((name, index) => new ObjectProperty(name, types[index], required[index]))]);
}
