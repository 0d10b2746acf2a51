using ModelOps.Core.Hosting.Comments;

namespace ModelOps.Core.Tests.Hosting.Comments;

public sealed class CommentTextTests
{
    private const string Marker = "<!-- m -->";

    [Theory]
    [InlineData("a-->b", "model=a%2D%2D%3Eb ")]
    [InlineData("a environment=prod", "model=a%20environment%3Dprod ")]
    [InlineData("größe\n", "model=gr%C3%B6%C3%9Fe%0A ")]
    public void No_name_ends_the_marker_or_stands_for_another(string model, string part)
    {
        var marker = CommentMarker.Of("validate", model, "prod");
        Assert.Contains(part, marker, StringComparison.Ordinal);
        Assert.Equal(marker.Length - 3, marker.IndexOf("-->", StringComparison.Ordinal));
        Assert.Equal(6, marker.Split(' ').Length - 1);
    }

    [Fact]
    public void A_report_that_fits_is_whole() => Assert.Equal($"{Marker}\n{new string('x', CommentText.MaxLength - Marker.Length - 1)}", CommentText.Of(Marker, new('x', CommentText.MaxLength - Marker.Length - 1)));

    [Fact]
    public void A_report_that_is_too_long_ends_at_a_line_says_so_first_and_leaves_nothing_open()
    {
        var report = "<details><summary>a</summary>\n\n" + string.Concat(Enumerable.Range(0, 9000).Select(row => $"| row {row:00000} |\n")) + "</details>\n";
        var text = CommentText.Of(Marker, report);
        Assert.InRange(text.Length, CommentText.MaxLength - 400, CommentText.MaxLength);
        Assert.StartsWith($"{Marker}\n> This report is longer than a comment may be", text, StringComparison.Ordinal);
        Assert.Matches(@"\| row \d{5} \|\n\n</details>\z", text);
    }

    [Fact]
    public void One_line_without_end_is_cut_between_letters()
    {
        var text = CommentText.Of(Marker, "a" + string.Concat(Enumerable.Repeat("\ud83d\ude00", 40000)));
        Assert.True(text.Length <= CommentText.MaxLength);
        Assert.False(char.IsHighSurrogate(text[^1]));
    }
}
