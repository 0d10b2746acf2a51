using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Contract;

public sealed class SettingsBinderTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly VerbDescriptor _verb = SampleVerb.Returning(new() { Text = "" });

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Every_form_of_value_is_converted()
    {
        Directory.CreateDirectory(_directory.File("models"));
        var settings = Bind(
            ("Model", "staging.fraud.scorer"), ("Source", "models"), ("Target", "out/a.zip"), ("Day", "FRIDAY"), ("Limit", "7"), ("Version", "3"),
            ("DryRun", "True"), ("Tags", "a=1"), ("Tags", "b=x=y"), ("Reason", "line\nline"));

        Assert.Equal(ModelName.Parse("staging.fraud.scorer"), settings.Model);
        Assert.Equal((_directory.File("models"), _directory.File("out/a.zip")), (settings.Source, settings.Target));
        Assert.Equal((DayOfWeek.Friday, 7, 3, true, "line\nline"), (settings.Day, settings.Limit, settings.Version, settings.DryRun, settings.Reason));
        Assert.Equal([new Tag("a", "1"), new Tag("b", "x=y")], settings.Tags);
    }

    [Fact]
    public void What_nobody_gives_keeps_its_default() =>
        Assert.Equal(new SampleSettings { Model = ModelName.Parse("churn") }, Bind(("Model", "churn")));

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var bound = Try(
            ("Source", "nowhere"), ("Day", "Someday"), ("Limit", "-1"), ("DryRun", "maybe"), ("Tags", "no-value"), ("Reason", "a\0b"), ("Modle", "x"), ("Target", ""));

        Assert.Null(bound.Settings);
        Assert.Equal(
            [
                "MOP0001: Input 'model' is required: A model. Give --model, or set MODELOPS_MODEL.",
                "MOP0004: Input 'source' (argument): there is no directory 'nowhere'.",
                "MOP0002: Input 'target' cannot be '' (argument): expected a path.",
                "MOP0002: Input 'day' cannot be 'Someday' (argument): expected one of sunday, monday, tuesday, wednesday, thursday, friday, saturday.",
                "MOP0002: Input 'limit' cannot be '-1' (argument): expected a whole number, 0 or more.",
                "MOP0002: Input 'dry-run' cannot be 'maybe' (argument): expected true or false.",
                "MOP0002: Input 'tags' cannot be 'no-value' (argument): expected key=value, the key of letters, digits, '_', '-', '.', '/', ':' and inner spaces.",
                "MOP0002: Input 'reason' cannot be 'a<U+0000>b' (argument): expected text without control characters.",
                "MOP0003: 'sample' has no input 'Modle'. Did you mean 'Model'?",
            ],
            bound.Diagnostics.Select(problem => $"{problem.Code}: {problem.Message}"));
    }

    [Fact]
    public void Two_values_for_one_input_are_refused()
    {
        var problem = Assert.Single(Try(("Model", "a"), ("Model", "b")).Diagnostics);
        Assert.Equal("Input 'model' takes one value, 2 were given (argument).", problem.Message);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\nb")]
    public void A_path_with_control_characters_is_refused(string path) =>
        Assert.Equal(InputDiagnostics.Invalid, Assert.Single(Try(("Model", "a"), ("Source", path)).Diagnostics).Descriptor);

    [Theory]
    [InlineData("MODELOPS_DRY_RUN")]
    [InlineData("INPUT_DRY_RUN")]
    [InlineData("INPUT_DRYRUN")]
    public void The_environment_has_three_spellings(string variable)
    {
        var environment = new EnvironmentSource(new TestEnvironment { [variable] = "true", ["MODELOPS_MODEL"] = "churn", ["MODELOPS_LIMIT"] = "" });
        var bound = new SettingsBinder(_directory.Path).Bind(_verb, [environment]);

        Assert.True(((SampleSettings)bound.Settings!).DryRun);
        Assert.Contains(new ValueOrigin("dry-run", "true", variable), bound.Origins);
        Assert.Contains(new ValueOrigin("limit", "20", "default"), bound.Origins);
    }

    [Fact]
    public void A_list_in_the_environment_has_a_value_a_line()
    {
        var environment = new EnvironmentSource(new TestEnvironment { ["INPUT_TAGS"] = "a=1,2\r\n\n  b=2\n", ["INPUT_MODEL"] = "churn" });
        var bound = new SettingsBinder(_directory.Path).Bind(_verb, [environment]);

        Assert.Equal([new Tag("a", "1,2"), new Tag("b", "2")], ((SampleSettings)bound.Settings!).Tags);
    }

    private SampleSettings Bind(params (string, string)[] arguments)
    {
        var bound = Try(arguments);
        Assert.Empty(bound.Diagnostics);
        return (SampleSettings)bound.Settings!;
    }

    private BoundSettings Try(params (string, string)[] arguments) => new SettingsBinder(_directory.Path).Bind(_verb, [Arguments.Of(arguments)]);
}
