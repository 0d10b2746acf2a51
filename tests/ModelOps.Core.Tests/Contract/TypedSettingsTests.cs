using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Contract;

public sealed class TypedSettingsTests : IDisposable
{
    private static readonly SampleSettings Untouched = new() { Model = ModelName.Parse("churn") };
    private readonly TempDirectory _directory = new();
    private readonly VerbDescriptor _verb = SampleVerb.Returning(new() { Text = "" });

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Only_what_differs_from_its_default_is_an_argument() =>
        Assert.Equal(["Model"], TypedSettings.ToArguments(_verb, Untouched).Names);

    [Fact]
    public void A_value_that_is_empty_or_set_to_its_default_is_no_argument()
    {
        var settings = Untouched with { Source = "", Target = null, Day = DayOfWeek.Monday, Limit = 20, DryRun = false, Tags = new List<Tag>(), Reason = "" };

        Assert.Equal(["Model"], TypedSettings.ToArguments(_verb, settings).Names);
    }

    [Fact]
    public void A_required_value_that_is_missing_is_left_to_the_binder()
    {
        var settings = Untouched with { Model = null! };

        Assert.Empty(TypedSettings.ToArguments(_verb, settings).Names);
        Assert.Equal("MOP0001", Assert.Single(Bind(settings).Diagnostics).Code);
    }

    [Fact]
    public void A_number_of_zero_is_an_argument_where_the_default_is_another()
    {
        var bound = Bind(Untouched with { Limit = 0, Version = 0 });

        var settings = Assert.IsType<SampleSettings>(bound.Settings);
        Assert.Equal((0, 0), (settings.Limit, settings.Version));
    }

    [Fact]
    public void Every_form_of_value_passes_the_binder_unchanged()
    {
        Directory.CreateDirectory(_directory.File("models"));
        Tag[] tags = [new("team", "a;b, c"), new("empty", ""), new("sum", "x=y"), new("lines", "a\nb")];
        var given = new SampleSettings
        {
            Model = ModelName.Parse("staging.fraud.scorer"),
            Source = _directory.File("models"),
            Target = _directory.File("out/a.zip"),
            Day = DayOfWeek.Sunday,
            Limit = int.MaxValue,
            Version = 3,
            DryRun = true,
            Tags = tags,
            Reason = " a, b;\n'c' ",
        };

        var read = Assert.IsType<SampleSettings>(Bind(given).Settings);

        Assert.Equal(tags, read.Tags);
        Assert.Equal(given, read with { Tags = tags });
    }

    [Fact]
    public void A_value_that_no_front_would_accept_is_refused() =>
        Assert.Equal(["MOP0004", "MOP0002"], Bind(Untouched with { Source = "nowhere", Limit = -1 }).Diagnostics.Select(problem => problem.Code));

    [Fact]
    public void An_argument_wins_and_what_is_absent_comes_from_the_environment()
    {
        var environment = new EnvironmentSource(new TestEnvironment { ["MODELOPS_LIMIT"] = "7", ["MODELOPS_REASON"] = "other", ["MODELOPS_DRY_RUN"] = "true" });

        var settings = Assert.IsType<SampleSettings>(Bind(Untouched with { Reason = "given" }, environment).Settings);

        Assert.Equal((7, "given", true), (settings.Limit, settings.Reason, settings.DryRun));
    }

    private BoundSettings Bind(SampleSettings settings, params IInputSource[] others) =>
        new SettingsBinder(_directory.Path).Bind(_verb, [TypedSettings.ToArguments(_verb, settings), .. others]);
}
