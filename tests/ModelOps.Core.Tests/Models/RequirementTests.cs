using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Tests.Models;

public sealed class RequirementTests
{
    [Theory]
    [InlineData("Scikit_Learn==1.4.2", nameof(RequirementKind.Pinned), "scikit-learn", "==1.4.2")]
    [InlineData("a[b,c] >= 1.0, < 2 ; python_version < '3.9'", nameof(RequirementKind.Range), "a", ">=1.0,<2")]
    [InlineData("a==1.*", nameof(RequirementKind.Range), "a", "==1.*")]
    [InlineData("a", nameof(RequirementKind.Unpinned), "a", "")]
    [InlineData("a; sys_platform == 'win32'", nameof(RequirementKind.Unpinned), "a", "")]
    [InlineData("a==1 --hash=sha256:00", nameof(RequirementKind.Pinned), "a", "==1")]
    [InlineData("a @ https://x.example/a.whl", nameof(RequirementKind.Url), "a", "")]
    [InlineData("a @ git+https://x.example/a", nameof(RequirementKind.Vcs), "a", "")]
    [InlineData("https://x.example/a.whl", nameof(RequirementKind.Url), "", "")]
    [InlineData("file:///a.whl", nameof(RequirementKind.Path), "", "")]
    [InlineData("./a", nameof(RequirementKind.Path), "", "")]
    [InlineData("-r other.txt", nameof(RequirementKind.RequirementsFile), "", "")]
    [InlineData("-rother.txt", nameof(RequirementKind.RequirementsFile), "", "")]
    [InlineData("--constraint=c.txt", nameof(RequirementKind.ConstraintsFile), "", "")]
    [InlineData("-e .", nameof(RequirementKind.Editable), "", "")]
    [InlineData("-i http://x.example", nameof(RequirementKind.Index), "", "")]
    [InlineData("--extra-index-url https://x.example", nameof(RequirementKind.ExtraIndex), "", "")]
    [InlineData("--no-binary :all:", nameof(RequirementKind.Option), "", "")]
    [InlineData("==1.0", nameof(RequirementKind.Invalid), "", "")]
    [InlineData("a=1.0", nameof(RequirementKind.Invalid), "", "")]
    [InlineData("-r", nameof(RequirementKind.Invalid), "", "")]
    public void A_line_is_classified(string line, string kind, string name, string specifier)
    {
        var found = RequirementParser.Parse(line);
        Assert.Equal((kind, name, specifier), (found.Kind.ToString(), found.Name, found.Specifier));
    }

    [Fact]
    public void Lines_are_joined_and_comments_dropped()
    {
        var found = RequirementsReader.ReadText("# all\n\n  a==1 \\\n  --hash=sha256:00 # why\nb#c==2\n", "f", []);
        Assert.Equal([("a", 3, 3), ("", 5, 1)], found.Select(line => (line.Name, line.Span!.Line, line.Span.Column)));
        Assert.Equal(["sha256:00"], found[0].Hashes);
    }

    [Fact]
    public void Any_name_and_version_come_back()
    {
        var names = Gen.Elements("a", "a-b", "a.b_c", "x1");
        var signs = Gen.Elements("==", ">=", "<", "~=", "!=", "===");
        var versions = Gen.Elements("1", "1.2.3", "2.0rc1", "1.0.post1", "1.0+cpu");
        var spaces = Gen.Elements("", " ", "  ");
        var lines = from name in names from sign in signs from version in versions from space in spaces select (name, sign, version, space);
        Prop.ForAll(lines.ToArbitrary(), line =>
        {
            var found = RequirementParser.Parse($"{line.space}{line.name}{line.space}{line.sign}{line.space}{line.version}{line.space}; python_version > '3'");
            return found.Name == RequirementParser.Normalise(line.name) && found.Specifier == line.sign + line.version && found.Marker.Length > 0
                && (found.Kind == RequirementKind.Pinned) == (line.sign is "==" or "===");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_makes_the_parser_fail() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text => RequirementsReader.ReadText(text, "f", []) is not null)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("==1.4", "1.4.0", true)]
    [InlineData("==1.4.*", "1.4.2", true)]
    [InlineData("==1.4.*", "1.5.0", false)]
    [InlineData("~=1.4", "1.9", true)]
    [InlineData("~=1.4.1", "1.5.0", false)]
    [InlineData(">=1.4,<2", "2.0", false)]
    [InlineData("==2.0.1", "2.0.1+cpu", true)]
    [InlineData("!=1.4", "1.4", false)]
    [InlineData("==1.4rc1", "1.4", false)]
    public void A_specifier_allows_what_pip_allows(string specifier, string version, bool allowed) =>
        Assert.Equal(allowed, VersionSpecifier.Allows(specifier, PythonVersion.Parse(version)!));

    [Theory]
    [InlineData("~=1.4rc1", "1.9", true)]
    [InlineData("<2.0", "2.0rc1", false)]
    [InlineData("<2.0rc2", "2.0rc1", true)]
    [InlineData("<2.0", "1.9.post1", true)]
    [InlineData(">1.4", "1.4.post1", false)]
    [InlineData(">1.4", "1.4.1", true)]
    [InlineData(">=1.4", "1.4.dev1", false)]
    [InlineData("<=1.4", "1.4", true)]
    [InlineData("==1.4.post1", "1.4-1", true)]
    [InlineData("==1!1.0", "1.0", false)]
    [InlineData("==1.4.0b1", "1.4-beta.1", true)]
    public void Pre_post_and_development_versions_follow_PEP_440(string specifier, string version, bool allowed) =>
        Assert.Equal(allowed, VersionSpecifier.Allows(specifier, PythonVersion.Parse(version)!));

    [Fact]
    public void Versions_are_ordered_as_PEP_440_orders_them()
    {
        string[] ordered = ["1.dev0", "1.0.dev456", "1.0a1", "1.0a2.dev456", "1.0a12.dev456", "1.0a12", "1.0b1.dev456", "1.0b2", "1.0b2.post345.dev456", "1.0b2.post345", "1.0rc1.dev456", "1.0rc1", "1.0", "1.0.post456.dev34", "1.0.post456", "1.0.15", "1.1.dev1", "1!0.1"];
        Assert.Equal(ordered, ordered.Reverse().OrderBy(text => PythonVersion.Parse(text)!));
    }

    [Theory]
    [InlineData(">=1.0,<2", "<2.0,>=1", true)]
    [InlineData("==1.0", "===1.0.0", true)]
    [InlineData("==1.0", "==1.0.1", false)]
    [InlineData("", "==1.0", false)]
    [InlineData("==1.*", "==1.*", true)]
    public void Specifiers_that_ask_for_the_same_are_the_same(string left, string right, bool expected) => Assert.Equal(expected, VersionSpecifier.AreSame(left, right));
}
