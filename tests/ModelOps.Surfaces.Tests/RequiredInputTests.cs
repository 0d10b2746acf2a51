using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;

namespace ModelOps.Surfaces.Tests;

/// <summary>What a call must give is the same in C# and in the manifests.</summary>
public class RequiredInputTests
{
    private static readonly SortedDictionary<string, string> Files = SurfaceFiles.Emit();

    public static TheoryData<string> Verbs => [.. VerbCatalog.OnAllFronts.Select(verb => verb.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_record_requires_what_the_manifests_require(string name)
    {
        var inRecord = RequiredOf(Verb(name).SettingsType);
        using var task = JsonDocument.Parse(Files[$"actions/{name}/task.json"]);
        var inTask = task.RootElement.GetProperty("inputs").EnumerateArray()
            .Where(input => input.GetProperty("required").GetBoolean()).Select(input => input.GetProperty("name").GetString()!);
        var inAction = Verb(name).Inputs.Where(input => IsRequiredIn(Files[$"actions/{name}/action.yml"], input)).Select(input => input.Name.Property);

        Assert.Equal(inRecord, inAction.Order(StringComparer.Ordinal));
        Assert.Equal(inRecord.Select(property => new InputName(property).Camel), inTask.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void What_a_record_does_not_require_may_be_null_or_has_a_default(string name)
    {
        var nullability = new NullabilityInfoContext();
        Assert.All(Verb(name).Inputs.Where(input => !input.MustBeGiven() && input.Default is null), input =>
            Assert.Equal(NullabilityState.Nullable, nullability.Create(Verb(name).SettingsType.GetProperty(input.Name.Property)!).ReadState));
    }

    [Fact]
    public void A_record_that_requires_more_than_its_manifest_is_seen() => Assert.Equal(["Model", "Package"], RequiredOf(typeof(TooStrict)));

    private static IEnumerable<string> RequiredOf(Type settings) => settings.GetProperties()
        .Where(property => property.IsDefined(typeof(RequiredMemberAttribute))).Select(property => property.Name).Order(StringComparer.Ordinal);

    private static bool IsRequiredIn(string action, InputDescriptor input)
    {
        var start = action.IndexOf($"\n  {input.Name.Kebab}:\n", StringComparison.Ordinal);
        return action[action.IndexOf("    required: ", start, StringComparison.Ordinal)..].StartsWith("    required: true\n", StringComparison.Ordinal);
    }

    private static VerbDescriptor Verb(string name) => VerbCatalog.OnAllFronts.Single(verb => verb.Name == name);

    private sealed record TooStrict : VerbSettings
    {
        public required string Model { get; init; }

        public required string Package { get; init; }
    }
}
