using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Ephemeral;

namespace ModelOps.Core.Tests.Ephemeral;

public sealed class EphemeralNamesTests
{
    private const string Run = "0123456789";

    [Theory]
    [InlineData("pr_{pr}_{run}", "481", "pr_481_0123456789")]
    [InlineData("{run}", "481", "0123456789")]
    [InlineData("{run}_{pr}", "481", "0123456789_481")]
    [InlineData("tests", "481", "tests_0123456789")]
    [InlineData("", "481", "0123456789")]
    [InlineData("pr_{pr}_{run}", "Feature/New Model.v2", "pr_feature_new_model_v2_0123456789")]
    [InlineData("a.b'{nobody}_{run}", "481", "a_b__nobody__0123456789")]
    public void A_schema_is_its_template_as_one_level_of_a_name(string template, string pullRequest, string expected) =>
        Assert.Equal(expected, EphemeralNames.SchemaOf(template, pullRequest, Run));

    [Fact]
    public void Whatever_the_template_and_the_branch_a_schema_is_one_short_level_that_holds_the_run() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            ArbMap.Default.ArbFor<NonNull<string>>(),
            (template, branch) =>
            {
                var schema = EphemeralNames.SchemaOf(template.Get + "{pr}", branch.Get, Run);
                return ModelName.TryParse(schema, out var name) && name.Levels.Count == 1 && schema.Length <= 100 && schema.Contains(Run, StringComparison.Ordinal);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_template_is_cut_and_the_run_is_not() =>
        Assert.Equal(new string('a', 89) + "_" + Run, EphemeralNames.SchemaOf(new string('a', 300) + "_{run}", "1", Run));
}
