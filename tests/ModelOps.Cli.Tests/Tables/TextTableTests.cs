using ModelOps.Cli.Tables;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli.Tests.Tables;

/// <summary>Tables for people, by the rules of their columns.</summary>
public sealed class TextTableTests
{
    private const int Columns = 80;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly TextForm Terminal = TextForm.Terminal(Columns, isWhole: false, hasStyle: false, Now);

    [Fact]
    public void One_long_cell_makes_no_other_row_longer()
    {
        const int rows = 600;
        var table = Table(["name", "tag"], [.. Enumerable.Range(0, rows).Select(row => new[] { $"row {row}", row == 7 ? new string('x', 48_000) : "short" })]);

        Assert.InRange(LengthOf(table, Terminal), 0, rows * (Columns + 1));
        Assert.InRange(LengthOf(table, TextForm.Plain(isWhole: false, Now)), 0, rows * (TextForm.MaxCell + 20));
        Assert.InRange(LengthOf(table, TextForm.Plain(isWhole: true, Now)), 48_000, 48_000 + (rows * (TextForm.MaxCell + 20)));
    }

    [Fact]
    public void Nothing_is_wider_than_the_terminal_and_no_word_is_broken()
    {
        string[] sentences = ["the values of an input are all where the reference has fewest", "Schlüsselwörter und ähnliche Begriffe", "表 の 中 の 文字 は 二 つ 分 の 幅 を 取る"];
        var words = sentences.SelectMany(sentence => sentence.Split(' ')).Append(new string('w', 30)).ToHashSet();
        var table = Table(["first", "second", "third"], [.. sentences.Select(sentence => new[] { sentence, new string('w', 30), sentence })]);

        foreach (var line in TextTable.Lines(table, Terminal).Skip(2))
        {
            Assert.InRange(DisplayWidth.Of(line), 0, Columns);
            Assert.All(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.True(words.Contains(word) || word.EndsWith('…'), word));
        }
    }

    [Fact]
    public void Details_are_left_out_first_and_named()
    {
        var table = new OutputTable(
            [new("name"), new("commit", IsDetail: true), new("digest", IsDetail: true), new("state", CellKind.Word)],
            [[new('n', 18), new('c', 18), new('d', 39), "passed"]]);
        var lines = TextTable.Lines(table, TextForm.Terminal(60, isWhole: false, hasStyle: false, Now)).ToList();

        Assert.StartsWith("name                commit              state", lines[0], StringComparison.Ordinal);
        Assert.Equal("Not shown: digest. --wide shows all.", lines[^1]);
        Assert.Contains(new string('d', 39), TextTable.Lines(table, TextForm.Terminal(60, isWhole: true, hasStyle: false, Now)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_has_no_room_is_a_list_for_every_row()
    {
        var table = new OutputTable([.. Enumerable.Range(0, 12).Select(column => new OutputColumn($"column {column}", CellKind.Word))], [[.. Enumerable.Range(0, 12).Select(_ => "a value")]]);
        var lines = TextTable.Lines(table, Terminal).ToList();

        Assert.Equal(12, lines.Count);
        Assert.Equal("column 0   a value", lines[0]);
    }

    [Theory]
    [InlineData("2026-03-01T11:59:30Z", "just now")]
    [InlineData("2026-03-01T11:15:00Z", "45 min ago")]
    [InlineData("2026-03-01T09:00:00Z", "3 h ago")]
    [InlineData("2026-02-27T12:00:00Z", "2 days ago")]
    [InlineData("2025-12-24T12:00:00Z", "2025-12-24")]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-02")]
    [InlineData("2026", "2026")]
    public void A_time_is_how_long_ago_it_was(string cell, string expected) => Assert.Equal(expected, RelativeTime.Of(cell, Now));

    [Fact]
    public void A_digest_is_short_on_a_terminal_and_whole_elsewhere()
    {
        var digest = "sha256:" + new string('a', 64);

        Assert.Equal(new string('a', 10), CellText.Of(digest, CellKind.Text, Terminal));
        Assert.Equal(digest, CellText.Of(digest, CellKind.Text, TextForm.Plain(isWhole: false, Now)));
        Assert.Equal(digest, CellText.Of(digest, CellKind.Text, TextForm.Terminal(Columns, isWhole: true, hasStyle: false, Now)));
    }

    private static int LengthOf(OutputTable table, TextForm form) => TextTable.Lines(table, form).Sum(line => line.Length + 1);

    private static OutputTable Table(string[] columns, string[][] rows) => new([.. columns.Select(column => new OutputColumn(column))], rows);
}
