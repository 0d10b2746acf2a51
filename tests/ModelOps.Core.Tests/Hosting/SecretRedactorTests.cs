using System.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Tests.Hosting;

public sealed class SecretRedactorTests
{
    private const string Secret = "CANARY-tok3n-5bd1";

    [Fact]
    public async Task A_secret_that_is_added_while_others_print_is_hidden_from_then_on()
    {
        var redactor = new SecretRedactor();
        using var end = new CancellationTokenSource();
        var printing = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                redactor.Redact("minted-0 minted-499");
            }
        })).ToArray();

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (number, _) =>
        {
            await Task.Yield();
            redactor.Add($"minted-{number:D4}");
            Assert.Equal("***", redactor.Redact($"minted-{number:D4}"));
        });
        await end.CancelAsync();
        await Task.WhenAll(printing);
    }

    [Fact]
    public void A_secret_within_another_does_not_leave_a_part_of_the_longer_one()
    {
        var redactor = new SecretRedactor();
        redactor.Add("inner");
        redactor.Add("outer-inner-outer");

        Assert.Equal("*** ***", redactor.Redact("outer-inner-outer inner"));
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u00ad")]
    [InlineData("\u0000")]
    [InlineData("\u202e")]
    [InlineData("\ufe0f")]
    [InlineData("\ufeff")]
    [InlineData("\U000e0041")]
    [InlineData("\u001b[0m")]
    [InlineData("\\u200B")]
    [InlineData("\\u200b")]
    [InlineData("&#8203;")]
    [InlineData("&#x200B;")]
    public void A_secret_that_something_unseen_holds_apart_is_hidden_at_every_place(string unseen)
    {
        var redactor = new SecretRedactor();
        redactor.Add(Secret);

        Assert.All(Enumerable.Range(1, Secret.Length - 1), place => Assert.Equal("it was ***.", redactor.Redact($"it was {Secret.Insert(place, unseen)}.")));
        Assert.Equal("it was ***.", redactor.Redact($"it was {string.Join(unseen, Secret.ToCharArray())}."));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("&#65;")]
    [InlineData("\\u0041")]
    public void What_is_seen_between_two_texts_makes_no_secret_of_them(string seen)
    {
        var redactor = new SecretRedactor();
        redactor.Add(Secret);
        var text = Secret.Insert(5, seen);

        Assert.Equal(text, redactor.Redact(text));
    }

    [Fact]
    public void What_is_unseen_elsewhere_stays_as_it_is()
    {
        var redactor = new SecretRedactor();
        redactor.Add(Secret);

        Assert.Equal("a\u200bb *** c\u00ad \\u200B&#8203;& \\ \\u &#; &#x;", redactor.Redact($"a\u200bb {Secret} c\u00ad \\u200B&#8203;& \\ \\u &#; &#x;"));
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("user:")]
    [InlineData("some:user:")]
    public void A_header_in_base64_shows_nothing_of_its_secret(string before)
    {
        var redactor = new SecretRedactor();
        redactor.Add(Secret);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Secret + "\n"));

        var shown = redactor.Redact(encoded);

        Assert.Contains("***", shown, StringComparison.Ordinal);
        Assert.True(shown.Length <= (before.Length * 2) + "***".Length + 4, shown);
    }

    [Theory]
    [InlineData("a/b+c=d", "a%2fb%2bc%3dd")]
    [InlineData("a/b+c=d", "a\\/b+c=d")]
    [InlineData("a<b+c'd", "a&lt;b&#x2b;c&#x27;d")]
    [InlineData("a<b+c'd", "a\\u003cb\\u002bc\\u0027d")]
    [InlineData("it's me", "it&apos;s me")]
    [InlineData("a/b+c=d", "a\\u002fb\\u002Bc\\u003dd")]
    [InlineData("a/b+c=d", "a&#47;b&#x2b;c&#61;d")]
    [InlineData("a/b+c=d", "a&#x2F;b%2bc\\u003dd")]
    [InlineData("a/b+c=d", "%61\\/b+c=&#100;")]
    [InlineData("a/b+c=d", "a\\u002f\u200bb+c&#x200B;=d")]
    [InlineData("a\"b\\c<d", "a\\\"b\\\\c&lt;d")]
    public void Escapes_hide_nothing_from_the_search(string secret, string form)
    {
        var redactor = new SecretRedactor();
        redactor.Add(secret);

        Assert.Equal("***", redactor.Redact(form));
        Assert.Equal("100% of a&b \\u00 *** &#; %4", redactor.Redact($"100% of a&b \\u00 {form} &#; %4"));
    }
}
