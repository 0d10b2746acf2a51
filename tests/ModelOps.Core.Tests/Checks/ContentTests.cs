using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Verbs.Package;

namespace ModelOps.Core.Tests.Checks;

public sealed class ContentTests
{
    [Theory]
    [InlineData("a#b", "MLflow's server")]
    [InlineData("a%23b", "MLflow's server")]
    [InlineData("code/what?.py", "Windows")]
    [InlineData("a*b", "Windows")]
    [InlineData("2025-01-01T10:00.json", "drives")]
    [InlineData("zero\u200Bwidth", "U+200B")]
    [InlineData("no\u00A0break", "U+00A0")]
    [InlineData("soft\u00ADhyphen", "U+00AD")]
    [InlineData("filler\u3164", "U+3164")]
    [InlineData("line\nbreak", "control")]
    [InlineData("mode\u0300le", "normal form")]
    [InlineData(".GIT/config", "git")]
    [InlineData("code/.git/hooks/pre-commit", "git")]
    [InlineData("nul.txt", "device")]
    public async Task What_package_refuses_check_refuses_in_the_same_words(string name, string reason)
    {
        using var lab = new CheckLab();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(lab.Root, name))!);
        lab.Write(name, "x");
        var refused = (await lab.PackageAsync()).Diagnostics.Select(finding => (finding.Code, finding.Severity, finding.Message, finding.Span)).ToList();
        Assert.Contains(reason, Assert.Single(refused).Message, StringComparison.Ordinal);
        Assert.Equal(("MOP1502", Severity.Error), (refused[0].Code, refused[0].Severity));
        Assert.Equal(refused, (await lab.RunAsync()).Diagnostics.Where(finding => finding.Code != "MOP1029").Select(finding => (finding.Code, finding.Severity, finding.Message, finding.Span)));
    }

    [Fact]
    public void A_name_that_no_file_system_holds_is_refused()
    {
        Assert.True(PortablePath.TryValidate(new string('a', 255), out _));
        Assert.False(PortablePath.TryValidate("code/" + new string('a', 254) + "\u00E8", out var problem));
        Assert.Contains("256 bytes", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 19243\n", "lfs: true")]
    [InlineData("version https://git-lfs.github.com/spec/v1\r\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\r\nsize 19243\r\n", "lfs: true")]
    [InlineData("/annex/objects/SHA256E-s19243--4d7a214614ab2935c943f9e0ff69d22e.pkl\n", "git annex get")]
    [InlineData("outs:\n- md5: 2a55f68128f6a39977cdf0d88de29ffb\n  size: 19243\n  hash: md5\n  path: model.pkl\n", "dvc pull")]
    public async Task A_pointer_in_the_place_of_a_file_is_refused_by_both(string text, string help)
    {
        using var lab = new CheckLab();
        lab.Write("model.pkl", text);
        var found = Assert.Single((await lab.RunAsync()).Diagnostics, finding => finding.Severity == Severity.Error);
        Assert.Equal("MOP1511", found.Code);
        Assert.Contains(help, found.Message, StringComparison.Ordinal);
        var refused = await lab.PackageAsync();
        Assert.Equal((ExitCode.BadInput, found.Message), (refused.ExitCode, Assert.Single(refused.Diagnostics).Message));
    }

    [Theory]
    [InlineData("MLmodel")]
    [InlineData("conda.yaml")]
    [InlineData("requirements.txt")]
    [InlineData("input_example.json")]
    public void Of_a_file_that_is_a_pointer_nothing_else_is_said(string file)
    {
        using var lab = new CheckLab();
        lab.Write(file, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 19243\n");
        Assert.Equal(["MOP1511"], lab.Check().Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code));
    }

    [Fact]
    public void A_pointer_of_DVC_beside_its_file_does_no_harm_and_without_it_does()
    {
        using var lab = new CheckLab();
        lab.Write("model.pkl.dvc", "outs:\n- md5: 2a55f68128f6a39977cdf0d88de29ffb\n  size: 19243\n  hash: md5\n  path: model.pkl\n");
        Assert.Empty(lab.Check());
        lab.Delete("model.pkl");
        Assert.Contains("MOP1511", lab.Check().Select(finding => finding.Code));
    }

    [Fact]
    public async Task What_Python_and_macOS_leave_behind_changes_no_digest_and_is_named()
    {
        using var lab = new CheckLab();
        var before = (PackageResult)(await lab.PackageAsync()).Result!;
        Directory.CreateDirectory(Path.Combine(lab.Root, "code", "__pycache__"));
        lab.Write("code/__pycache__/scorer.cpython-313.pyc", "x");
        lab.Write("old.pyc", "x");
        lab.Write("code/.DS_Store", "x");
        var report = await lab.PackageAsync();
        var after = (PackageResult)report.Result!;
        Assert.Equal((before.Digest, before.Files), (after.Digest, after.Files));
        string[] expected = ["'code/.DS_Store' is left out: it is no part of the model.", "'code/__pycache__' is left out: it is no part of the model.", "'old.pyc' is left out: it is no part of the model."];
        Assert.Equal(expected, report.Diagnostics.Select(finding => finding.Message));
        Assert.All(report.Diagnostics, finding => Assert.Equal(("MOP1512", Severity.Info), (finding.Code, finding.Severity)));
        Assert.Equal(expected, lab.Check().Select(finding => finding.Message));
    }
}
