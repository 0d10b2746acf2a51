using ModelOps.Http.Ini;

namespace ModelOps.Core.Tests.Http;

/// <summary>Every expected value and every refusal is what configparser of Python 3.11 says, unless the name says otherwise.</summary>
public sealed class IniFileTests
{
    [Theory]
    [InlineData("[s]\nk=v", "v")]
    [InlineData("[s]\r\nk = v \r\n", "v")]
    [InlineData("[s]\rk:v", "v")]
    [InlineData("[s]\nK : v:w=x", "v:w=x")]
    [InlineData("[s]\nk == v", "= v")]
    [InlineData("[s]\nk = a # b ; c", "a # b ; c")]
    [InlineData("# c\n[s] ; c\n  # c\nk = v\n; c", "v")]
    [InlineData("  [s]\n  k = v\n  l = w", "v")]
    [InlineData("[s]\nk = a\n  b\n\n  c\n\n", "a\nb\n\nc")]
    [InlineData("[s]\nk = a\n  # no part of it\n  b", "a\nb")]
    [InlineData("[s]\nk =\n  v", "\nv")]
    [InlineData("[s]\nk = a\n  [b]\n  c = d", "a\n[b]\nc = d")]
    [InlineData("[s]\nk =", "")]
    [InlineData("[s]\n\tk = v", "v")]
    [InlineData("[DEFAULT]\nk = v\n[s]\n", "v")]
    [InlineData("[s]\n[DEFAULT]\nk = v\n[DEFAULT]\nl = w", "v")]
    [InlineData("[DEFAULT]\nk = v\n[s]\nk = w", "w")]
    [InlineData("[s]\nk = 50%% of %%(x)s", "50% of %(x)s")]
    [InlineData("[s]\nk = gr\u00fc\u00df \u2713", "gr\u00fc\u00df \u2713")]
    [InlineData("[S]\nk = v", null)]
    [InlineData("[ s ]\nk = v", null)]
    [InlineData("[s]\nl = v", null)]
    [InlineData("[DEFAULT]\nk = v", null)]
    [InlineData("", null)]
    public void A_file_is_read_as_Python_reads_it(string text, string? value) => Assert.Equal(value, IniFile.Parse(text).Find("s", "k")?.Unescape());

    [Theory]
    [InlineData("k = v\n[s]", 1)]
    [InlineData("[s]\nsecret", 2)]
    [InlineData("[s]\nk = v\n= secret", 3)]
    [InlineData("[s]\nk = v\nK = secret", 3)]
    [InlineData("[s]\nk = v\n[t]\n[s]", 4)]
    [InlineData("[DEFAULT]\nk = v\n[DEFAULT]\nk = v", 4)]
    [InlineData("[]\n", 1)]
    [InlineData("[s\nk = v", 1)]
    public void What_Python_refuses_is_refused_with_its_line(string text, int line) => Refused(text, line);

    [Theory]
    [InlineData("[s] secret\nk = v", 1)]
    [InlineData("[s]\n[t = secret\n", 2)]
    [InlineData("[s]x]\n", 1)]
    [InlineData("[s]\nk = sec\u0001ret", 2)]
    [InlineData("[s]\nk = sec\u0085ret", 2)]
    [InlineData("[s]\nk = sec\u000bret", 2)]
    public void What_Python_takes_although_it_is_hardly_meant_is_refused_too(string text, int line) => Refused(text, line);

    [Theory]
    [InlineData("secret%", "single percent sign")]
    [InlineData("%secret", "single percent sign")]
    [InlineData("%%%", "single percent sign")]
    [InlineData("%(secret)s", "another key")]
    [InlineData("%%%(secret)s", "another key")]
    public void A_percent_sign_that_stands_for_something_else_is_refused_when_the_value_is_asked_for(string value, string problem)
    {
        var entry = IniFile.Parse($"[s]\nother = 1\nk = {value}").Find("s", "k")!;
        var refusal = Assert.Throws<IniException>(entry.Unescape);
        Assert.Equal(3, refusal.Line);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    private static void Refused(string text, int line)
    {
        var refusal = Assert.Throws<IniException>(() => IniFile.Parse(text));
        Assert.Equal(line, refusal.Line);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }
}
