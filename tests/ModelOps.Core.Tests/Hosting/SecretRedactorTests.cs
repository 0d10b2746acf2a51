using ModelOps.Core.Hosting;

namespace ModelOps.Core.Tests.Hosting;

public sealed class SecretRedactorTests
{
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
}
