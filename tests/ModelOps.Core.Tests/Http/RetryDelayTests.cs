using ModelOps.Http;

namespace ModelOps.Core.Tests.Http;

public sealed class RetryDelayTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1.0, 2)]
    [InlineData(0, 0.5, 1)]
    [InlineData(2, 1.0, 8)]
    [InlineData(2, 0.0, 0)]
    [InlineData(60, 1.0, 30)]
    public void The_pause_is_a_random_part_of_a_bound_that_doubles(int attempt, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.Choose(attempt, TimeSpan.FromSeconds(2), wish: null, random));

    [Theory]
    [InlineData("5", 5)]
    [InlineData("0", 0)]
    [InlineData("86400", 30)]
    [InlineData("99999999999999999", 30)]
    [InlineData("Sat, 21 Nov 2026 08:00:07 GMT", 7)]
    [InlineData("Sat, 21 Nov 2026 07:00:00 GMT", 0)]
    [InlineData("Sun, 22 Nov 2026 08:00:00 GMT", 30)]
    public async Task The_wish_of_the_server_is_followed_within_bounds(string header, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.Choose(0, TimeSpan.FromSeconds(2), await ReadAsync(header), random: 1));

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    public async Task A_wish_that_is_none_is_ignored(string header) => Assert.Null(await ReadAsync(header));

    private static async Task<TimeSpan?> ReadAsync(string header)
    {
        using var message = new HttpResponseMessage();
        message.Headers.TryAddWithoutValidation("Retry-After", header);
        using var answer = await HttpAnswer.ReadAsync(message, CancellationToken.None);
        return RetryDelay.Read(answer, Now);
    }
}
