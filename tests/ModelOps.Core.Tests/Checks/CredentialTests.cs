using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Tests.Checks;

public sealed class CredentialTests
{
    private const string Secret = "S3cr3tT0ken";

    [Theory]
    [InlineData("requirements.txt", $"--index-url https://ci-bot:{Secret}@pypi.example.org/simple")]
    [InlineData("requirements.txt", $"--extra-index-url=https://ci-bot:{Secret}@pypi.example.org/simple")]
    [InlineData("requirements.txt", $"a @ git+https://ci-bot:{Secret}@git.example.org/a.git@0123456789012345678901234567890123456789")]
    [InlineData("requirements.txt", $"# once: https://ci-bot:{Secret}/x@pypi.example.org/simple")]
    [InlineData("pip.conf", $"[global]\nindex-url = https://ci-bot:{Secret}@pypi.example.org/simple")]
    [InlineData(".pypirc", $"[pypi]\nusername = __token__\npassword = {Secret}")]
    [InlineData("publish.cfg", $"[testpypi]\nusername: ci\npassword: {Secret}")]
    [InlineData(".netrc", $"machine pypi.example.org login ci password {Secret}")]
    [InlineData("settings.yaml", "token_of_ci: glpat-ABCDEFGHIJKLMNOPQRST")]
    public async Task A_secret_is_named_by_its_place_and_printed_by_nobody(string file, string text)
    {
        using var lab = new CheckLab();
        lab.Write(file, text + "\n" + (file == "requirements.txt" ? lab.Read(file) : ""));
        var report = await lab.RunAsync();
        var found = Assert.Single(report.Diagnostics, finding => finding.Code == "MOP1027");
        Assert.Equal((Severity.Error, text.Split('\n').Length), (found.Severity, found.Span!.Line));
        Assert.EndsWith(file, found.Span.File, StringComparison.Ordinal);
        var written = ReportJson.Write(report) + string.Join('\n', report.Diagnostics.Select(finding => finding.Span is { } span ? SourceExcerpt.Read(span)?.Text : ""));
        Assert.DoesNotContain(Secret, written, StringComparison.Ordinal);
        Assert.DoesNotContain("ABCDEFGHIJ", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requirements.txt", "--index-url https://${PIP_USER}:${PIP_TOKEN}@pypi.example.org/simple")]
    [InlineData("requirements.txt", "a @ git+ssh://git@github.com/a/b.git@0123456789012345678901234567890123456789")]
    [InlineData("requirements.txt", "a @ git+https://organisation@dev.azure.com/o/p/_git/a@0123456789012345678901234567890123456789")]
    [InlineData(".pypirc", "[pypi]\nusername = __token__\npassword = ${TWINE_PASSWORD}")]
    [InlineData("notes.txt", "password = is asked for")]
    public void What_only_names_a_variable_or_a_user_is_no_secret(string file, string text)
    {
        using var lab = new CheckLab();
        lab.Write(file, text + "\n" + (file == "requirements.txt" ? lab.Read(file) : ""));
        Assert.DoesNotContain("MOP1027", lab.Check().Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("GET https://u:p@h/x and http://h2:80/y@z", "GET https://***@h/x and http://h2:80/y@z")]
    [InlineData("https://user:p@ss@host/x", "https://***@host/x")]
    [InlineData("'git+https://u:p@h/a.git@main'", "'git+https://***@h/a.git@main'")]
    [InlineData("https://${U}:${P}@h/", "https://${U}:${P}@h/")]
    [InlineData("https://${U}:plain@h/", "https://***@h/")]
    [InlineData("postgresql://mlflow:mlflow@db:5432/x", "postgresql://***@db:5432/x")]
    [InlineData("https://0a1b2c3d4e5f6a7b8c9d0e1f@git.example/x", "https://***@git.example/x")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789 was refused", "*** was refused")]
    [InlineData("a://u:x://y@z and b://c:d@e", "a://***@z and b://***@e")]
    [InlineData("://", "://")]
    [InlineData("no URL at all", "no URL at all")]
    public void Secrets_of_URLs_and_known_tokens_are_hidden(string text, string expected)
    {
        Assert.Equal(expected, KnownSecrets.Hide(text));
        var finding = HostDiagnostics.FileFailed.At(text);
        Assert.Equal(expected, finding.Message);
        Assert.Equal(expected, (HostDiagnostics.FileFailed.At("") with { Message = text }).Message);
    }

    [Fact]
    public void No_text_makes_the_hiding_fail() => Prop.ForAll(
        Gen.Elements("://", ":", "@", "/", "a", " ", "'", "${A}", "1", "ghp_", "***").ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        text => KnownSecrets.Hide(text).Length >= 0 && KnownSecrets.HideLine(text).Length >= 0).QuickCheckThrowOnFailure();
}
