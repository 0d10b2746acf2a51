using System.Net;
using System.Text;
using System.Text.Json;
using ModelOps.Http.Credentials;

namespace ModelOps.Core.Tests.Http;

public sealed class SecretTextsTests
{
    private const string Secret = "p/ä+s s&w=\"ör<d'%";

    private readonly List<string> _masked = [];
    private readonly SecretTexts _secrets;

    public SecretTextsTests() => _secrets = new(_masked.Add);

    [Fact]
    public void A_secret_is_hidden_in_every_form_in_which_a_server_repeats_it()
    {
        _secrets.Add(Secret);
        string[] forms =
        [
            Secret,
            Secret.ToUpperInvariant(),
            Uri.EscapeDataString(Secret),
            Uri.EscapeDataString(Secret).ToLowerInvariant(),
            WebUtility.UrlEncode(Secret),
            WebUtility.HtmlEncode(Secret),
            JsonSerializer.Serialize(Secret).Trim('"'),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)).TrimEnd('=').Replace('/', '_').Replace('+', '-'),
        ];
        Assert.All(forms, form => Assert.Equal("wrong: ***.", _secrets.Hide($"wrong: {form}.")));
    }

    [Fact]
    public void Every_line_of_a_secret_is_one()
    {
        _secrets.Add("first line\r\nsecond line\n");
        Assert.Equal("***, ***", _secrets.Hide("second line, first line"));
    }

    [Fact]
    public void A_secret_that_is_part_of_another_does_not_uncover_the_rest()
    {
        _secrets.Add("token");
        _secrets.Add("my-token-for-ever");
        Assert.Equal("*** and ***", _secrets.Hide("my-token-for-ever and token"));
    }

    [Fact]
    public void Texts_that_occur_by_chance_are_not_looked_for()
    {
        _secrets.Add("abc");
        _secrets.Add("");
        Assert.Equal("abc", _secrets.Hide("abc"));
        Assert.Equal(["abc"], _masked);
    }

    [Fact]
    public void The_host_is_told_once_of_each()
    {
        _secrets.Add("token-1");
        _secrets.Add("token-1");
        _secrets.Add("token-2");
        Assert.Equal(["token-1", "token-2"], _masked);
    }

    [Theory]
    [InlineData("it was secret-tok", "it was ***")]
    [InlineData("it was secret-token", "it was ***")]
    [InlineData("secret-token twice: secret-", "*** twice: ***")]
    [InlineData("it was sec", "it was sec")]
    public void The_beginning_of_a_secret_at_the_end_of_a_cut_text_is_hidden(string text, string shown)
    {
        _secrets.Add("sec-other-and-longer");
        _secrets.Add("secret-token");
        Assert.Equal(shown, _secrets.HideCut(text));
    }

    [Fact]
    public void Many_may_add_and_hide_at_once()
    {
        Parallel.For(0, 200, number =>
        {
            _secrets.Add($"token-{number:000}-end");
            Assert.Equal("***", _secrets.Hide($"token-{number:000}-end"));
        });
        Assert.Equal(200, _masked.Count);
    }
}
