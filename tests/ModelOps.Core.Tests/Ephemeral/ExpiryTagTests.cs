using ModelOps.Core.Ephemeral;

namespace ModelOps.Core.Tests.Ephemeral;

public sealed class ExpiryTagTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_time_is_written_in_UTC_and_read_back() =>
        Assert.Equal((Noon, "2026-11-21T12:00:00Z"), (ExpiryTag.Read(ExpiryTag.At(Noon.ToOffset(TimeSpan.FromHours(5))).Value)!.Value, ExpiryTag.At(Noon).Value));

    [Theory]
    [InlineData("2026-11-21T13:00:00+01:00")]
    [InlineData("2026-11-21T12:00:00.000Z")]
    public void Other_forms_with_a_zone_are_read(string value) => Assert.Equal(Noon, ExpiryTag.Read(value));

    [Theory]
    [InlineData("")]
    [InlineData("never")]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-21T12:00:00")]
    [InlineData("1700000000000")]
    [InlineData("11/21/2026 12:00:00")]
    [InlineData(" 2026-11-21T12:00:00Z")]
    [InlineData("0000-00-00T00:00:00Z")]
    public void What_could_be_read_in_two_ways_is_no_time(string value) => Assert.Null(ExpiryTag.Read(value));

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    [InlineData(-300, false)]
    public void Clocks_may_differ_by_five_minutes(int seconds, bool isOver) => Assert.Equal(isOver, ExpiryTag.IsOver(Noon, Noon.AddSeconds(seconds)));
}
