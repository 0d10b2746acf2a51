using System.Text.Json;
using System.Text.RegularExpressions;
using ModelOps.Surfaces.Tests.Workflows;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.House;

/// <summary>Files that GitHub and editors read by themselves, and that nobody sees failing.</summary>
public partial class CommunityFileTests
{
    private static readonly string[] Elements = ["markdown", "textarea", "input", "dropdown", "checkboxes"];

    private static readonly string[] FormNames =
        [.. Directory.GetFiles(Path.Combine(TestFiles.Root, ".github", "ISSUE_TEMPLATE"), "*.yml").Select(file => Path.GetFileName(file)).Where(name => name != "config.yml").Order()];

    public static TheoryData<string> Forms => [.. FormNames];

    [Fact]
    public void There_is_a_form_for_what_is_wrong_and_for_what_is_missing() => Assert.Equal(["bug.yml", "feature.yml"], FormNames);

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_one_that_GitHub_shows(string name)
    {
        var form = Read($".github/ISSUE_TEMPLATE/{name}").Root;
        Assert.NotEmpty(form.Get("name").Text());
        Assert.NotEmpty(form.Get("description").Text());
        var body = form.Get("body").Items().ToArray();
        Assert.All(body, element => Assert.Contains(element.Get("type").Text(), Elements));
        var questions = body.Where(element => element.Get("type").Text() != "markdown").ToArray();
        Assert.NotEmpty(questions);
        Assert.All(questions, question =>
        {
            Assert.Matches(Id(), question.Get("id").Text());
            Assert.NotEmpty(question.Get("attributes").Get("label").Text());
            Assert.Equal(question.Get("type").Text() == "dropdown", question.Get("attributes").Get("options") is not null);
            Assert.Contains(question.Get("validations").Get("required").Text(), (string[])["", "true", "false"]);
        });
        Assert.Distinct(questions.Select(question => question.Get("id").Text()));
        Assert.Distinct(questions.Select(question => question.Get("attributes").Get("label").Text()));
    }

    [Fact]
    public void Dependabot_looks_after_the_pins_that_there_are()
    {
        var root = Read(".github/dependabot.yml").Root;
        Assert.Equal("2", root.Get("version").Text());
        var updates = root.Get("updates").Items().ToArray();
        Assert.Equal(["github-actions", "nuget"], updates.Select(update => update.Get("package-ecosystem").Text()).Order());
        var places = updates.SelectMany(update => (update.Get("directory") ?? update.Get("directories"))!.AllNodes).Select(node => node.Text()).Where(text => text.Length > 0);
        Assert.All(places, place => Assert.True(Directory.Exists(TestFiles.Root + place), place));
    }

    // What its comments say of a pin is what its rules leave alone.
    [Fact]
    public void Dependabot_leaves_alone_what_has_a_reason_to_stay()
    {
        var ignored = Read(".github/dependabot.yml").Root.Get("updates").Items().SelectMany(update => update.Get("ignore").Items()).Select(rule => rule.Get("dependency-name").Text());
        Assert.Equal(["CsvHelper", "FSharp.Core", "Microsoft.Build.*", "Microsoft.Data.Sqlite.Core", "System.CommandLine"], ignored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_container_for_development_is_an_image_with_an_exact_version()
    {
        using var container = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestFiles.Root, ".devcontainer", "devcontainer.json")));
        Assert.Matches(Image(), container.RootElement.GetProperty("image").GetString());
    }

    [Fact]
    public void A_weakness_has_a_way_to_be_reported()
    {
        var page = File.ReadAllText(Path.Combine(TestFiles.Root, "SECURITY.md"));
        Assert.All((string[])["How to report", "Supported versions", "What the tool defends against", "What it does not defend against"], heading => Assert.Contains($"\n## {heading}\n", page, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(TestFiles.Root, ".github", "SECURITY.md")));
    }

    private static PipelineFile Read(string path) => PipelineFile.Parse(path, File.ReadAllText(Path.Combine(TestFiles.Root, path)));

    [GeneratedRegex("^[a-z][a-z_-]*$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^mcr\.microsoft\.com/dotnet/sdk:10\.0\.[0-9]+-[a-z]+$")]
    private static partial Regex Image();
}
