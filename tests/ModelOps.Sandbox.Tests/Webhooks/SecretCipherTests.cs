using ModelOps.Sandbox.Webhooks;

namespace ModelOps.Sandbox.Tests.Webhooks;

public sealed class SecretCipherTests
{
    // The test vector of the Fernet specification.
    private const string Key = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
    private const string Token = "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";

    [Fact]
    public void A_token_of_the_specification_is_read() => Assert.Equal("hello", Create(Key).Decrypt(Token));

    [Theory]
    [InlineData("s3cret")]
    [InlineData("")]
    [InlineData("gëheim \u4f60\u597d, thirty-two bytes or more of it")]
    public void What_was_encrypted_is_read_again(string secret)
    {
        var token = Create(Key).Encrypt(secret);

        Assert.Equal(secret, Create(Key).Decrypt(token));
        Assert.DoesNotContain("s3cret", token, StringComparison.Ordinal);
        Assert.Equal(0, token.Length % 4);
    }

    [Fact]
    public void Another_key_reads_nothing() => Assert.Null(Create(key: null).Decrypt(Create(key: null).Encrypt("s3cret")));

    [Fact]
    public void A_token_that_was_changed_in_any_place_is_not_read()
    {
        // The last digit before the padding has bits that stand for nothing.
        for (var place = 0; place < Token.Length - 3; place++)
        {
            var changed = Token[..place] + (Token[place] == 'A' ? 'B' : 'A') + Token[(place + 1)..];
            Assert.Null(Create(Key).Decrypt(changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("gAAA")]
    public void What_is_no_token_is_not_read(string text) => Assert.Null(Create(Key).Decrypt(text));

    [Theory]
    [InlineData("dG9vIHNob3J0")]
    [InlineData("not base64!")]
    public void What_is_no_key_is_refused(string key) => Assert.Throws<FormatException>(() => Create(key));

    private static SecretCipher Create(string? key) => new(key, TimeProvider.System);
}
