using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

public class HelpTests
{
    [Fact]
    public void The_first_page() => Snapshot.Match(HelpText.Of(VerbCatalog.All), "help");

    [Fact]
    public void The_page_of_a_verb() => Snapshot.Match(HelpText.Of(Verb("register")), "help-register");

    [Fact]
    public void Every_input_of_every_verb_is_on_its_page()
    {
        foreach (var verb in VerbCatalog.All)
        {
            var page = string.Join(' ', HelpText.Of(verb).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
            Assert.All(verb.Inputs, input =>
            {
                Assert.Contains($"--{input.Name.Kebab}", page, StringComparison.Ordinal);
                Assert.Contains(input.Description, page, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void Every_line_fits_a_terminal() => Assert.All(
        VerbCatalog.All.Select(HelpText.Of).Append(HelpText.Of(VerbCatalog.All)).SelectMany(page => page.Split('\n')).Where(line => line.Contains(' ', StringComparison.Ordinal)),
        line => Assert.True(line.Length <= 80 || line.TrimStart().StartsWith("Example:", StringComparison.Ordinal) || line.TrimStart().StartsWith("--", StringComparison.Ordinal), line));

    private static VerbDescriptor Verb(string name) => VerbCatalog.All.Single(verb => verb.Name == name);
}
