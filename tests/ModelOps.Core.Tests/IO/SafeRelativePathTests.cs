using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Tests.IO;

public class SafeRelativePathTests
{
    [Theory]
    [InlineData("MLmodel")]
    [InlineData("a/b/c.bin")]
    [InlineData(".hidden/..almost")]
    [InlineData("code/mod\u00E8le \u6A21\u578B.pkl")]
    [InlineData("\U0001F600/\uFFFD")]
    [InlineData("100%")]
    [InlineData("50%zz and 5%")]
    [InlineData("a%20b")]
    [InlineData("console.txt")]
    [InlineData("COM10")]
    [InlineData("a = 'b' \"c\" $(d) `e` -rf")]
    public void Ordinary_names_are_accepted(string path)
    {
        Assert.True(SafeRelativePath.TryValidate(path, out var problem), problem);
        Assert.Empty(problem);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("//server/share", "absolute")]
    [InlineData("../x", "'..'")]
    [InlineData("a/../../x", "'..'")]
    [InlineData("a/..", "'..'")]
    [InlineData("./a", "'.'")]
    [InlineData("a/./b", "'.'")]
    [InlineData("a//b", "empty part")]
    [InlineData("a/", "empty part")]
    [InlineData("C:/x", "':'")]
    [InlineData("a:stream", "':'")]
    [InlineData("file:///etc/passwd", "':'")]
    [InlineData("..\\x", "'\\'")]
    [InlineData("\\\\server\\share", "'\\'")]
    [InlineData("~/x", "'~'")]
    [InlineData("PROGRA~1/x", "'~'")]
    [InlineData("a./b", "dot or space")]
    [InlineData("a/b ", "dot or space")]
    [InlineData("...", "dot or space")]
    [InlineData("CON", "device")]
    [InlineData("a/nul.txt", "device")]
    [InlineData("aux.tar.gz/b", "device")]
    [InlineData("Prn", "device")]
    [InlineData("com0", "device")]
    [InlineData("COM9.log", "device")]
    [InlineData("lpt1", "device")]
    [InlineData("LPT\u00B2", "device")]
    [InlineData("con .txt", "device")]
    [InlineData("CONIN$", "device")]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\nb", "U+000A")]
    [InlineData("a\u001Bb", "U+001B")]
    [InlineData("a\u007Fb", "U+007F")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("a\u009Bb", "U+009B")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("a\u2067b", "U+2067")]
    [InlineData("a\u200Fb", "U+200F")]
    [InlineData("a\u061Cb", "U+061C")]
    [InlineData("mode\u0300le", "normal form")]
    [InlineData("\u304B\u3099", "normal form")]
    [InlineData("\u1112\u1161\u11AB", "normal form")]
    [InlineData("\uF900", "normal form")]
    [InlineData("\u212B", "normal form")]
    [InlineData("%2e%2e/x", "percent-decoded")]
    [InlineData("a/%2E%2e", "percent-decoded")]
    [InlineData("%252e%252e%252fx", "percent-decoded")]
    [InlineData("%2fetc", "percent-decoded")]
    [InlineData("a%5cb", "percent-decoded")]
    [InlineData("a%00b", "percent-decoded")]
    [InlineData("a%0ab", "percent-decoded")]
    [InlineData("c%3a", "percent-decoded")]
    [InlineData("%E2%80%AE", "percent-decoded")]
    [InlineData("%c0%ae%c0%ae/x", "not UTF-8")]
    [InlineData("%ff", "not UTF-8")]
    [InlineData("a%2525252525252525252525252525", "still percent-encoded")]
    public void Every_refused_form_is_refused_with_its_reason(string path, string reason)
    {
        Assert.False(SafeRelativePath.TryValidate(path, out var problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        // Not inline data: attributes cannot hold it.
        Assert.False(SafeRelativePath.TryValidate("a" + '\uD83D' + "b", out var problem));
        Assert.Contains("surrogate", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_of_length_counts_bytes()
    {
        var longest = new string('a', SafeRelativePath.MaxBytes - 2) + "\u00E8";
        Assert.True(SafeRelativePath.TryValidate(longest, out _));
        Assert.False(SafeRelativePath.TryValidate(longest + "a", out var problem));
        Assert.Contains("4097 bytes", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_path_stays_below_its_root_however_it_is_decoded_and_joined() =>
        Prop.ForAll(HostilePaths(), path =>
        {
            if (!SafeRelativePath.TryValidate(path, out _))
            {
                return;
            }

            var root = Path.GetTempPath();
            foreach (var form in new[] { path, Uri.UnescapeDataString(path), Uri.UnescapeDataString(Uri.UnescapeDataString(path)) })
            {
                Assert.StartsWith(root, Path.GetFullPath(form.Replace('\\', '/'), root), StringComparison.Ordinal);
                Assert.DoesNotContain(form, letter => char.IsControl(letter) || letter is ':' or '\\' or '~');
                Assert.True(form.IsNormalized(NormalizationForm.FormC));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_verdict_does_not_depend_on_the_culture() =>
        Prop.ForAll(HostilePaths(), path =>
        {
            var before = CultureInfo.CurrentCulture;
            var here = SafeRelativePath.TryValidate(path, out var problem);
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
                Assert.Equal(here, SafeRelativePath.TryValidate(path, out var other));
                Assert.Equal(problem, other);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> HostilePaths() => Gen.Elements(
            "a", "b.txt", "/", "/", ".", "..", "%", "%2e", "%2E%2E", "%252e", "%2f", "%5c", "\\", ":", "~", " ", "\0", "\n", "con", "CON", "lpt1",
            "\u00E8", "e\u0300", "\u0130", "i", "\u202E", "\uD83D", "\uD83D\uDE00", "\uFFFD", "%ff", "%C3%A8", "25")
        .ListOf().Select(string.Concat).ToArbitrary();
}
