using ModelOps.Core.Contract;
using ModelOps.Core.Verbs;

namespace ModelOps.Core.Tests.Conventions;

public sealed class VerbConventionTests
{
    public static TheoryData<string> Verbs => [.. VerbCatalog.All.Select(verb => verb.Name)];

    [Fact]
    public void Every_settings_record_is_in_the_catalogue()
    {
        var settings = typeof(VerbSettings).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(VerbSettings)));
        Assert.Equal(settings.ToHashSet(), VerbCatalog.All.Select(verb => verb.SettingsType).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_is_three_types_of_one_name_in_one_folder(string name)
    {
        var verb = VerbCatalog.All.Single(candidate => candidate.Name == name);
        var stem = string.Concat(verb.CommandWords.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        Assert.Equal($"ModelOps.Core.Verbs.{stem}.{stem}Settings", verb.SettingsType.FullName);
        Assert.Equal($"ModelOps.Core.Verbs.{stem}.{stem}Result", verb.ResultType.FullName);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_property_is_an_input_or_output_with_a_sentence(string name)
    {
        var verb = VerbCatalog.All.Single(candidate => candidate.Name == name);
        Assert.Equal(verb.SettingsType.GetProperties().Length, verb.Inputs.Count);
        Assert.Equal(verb.ResultType.GetProperties().Length, verb.Outputs.Count);
        Assert.All(
            verb.Inputs.Select(input => input.Description).Concat(verb.Outputs.Select(output => output.Description)).Append(verb.Description),
            text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }
}
