using System.Globalization;
using ModelOps.Core.Reporting.Curves;
using ModelOps.Core.Reporting.Elements;

namespace ModelOps.Core.Reporting.Plots;

/// <summary>A plot as inline SVG: what it shows is also said in words, for those who do not see it.</summary>
internal sealed class Plot : IDisposable
{
    /// <summary>Width of every plot in its own unit; narrow, so that its letters stay readable on a telephone.</summary>
    public const double Width = 420;

    private const double LetterWidth = 6.8;

    private readonly Markup _html;
    private readonly Markup.Scope _figure;
    private readonly Markup.Scope _svg;

    public Plot(Markup html, string title, string description, double height, string style = "")
    {
        _html = html;
        _figure = html.Open("figure", ("class", style));
        html.Element("figcaption", title);
        var (titleId, textId) = (html.NewId(), html.NewId());
        _svg = html.Open(
            "svg", ("viewBox", $"0 0 {Text(Width)} {Text(height)}"), ("role", "img"), ("aria-labelledby", $"{titleId} {textId}"), ("preserveAspectRatio", "xMidYMid meet"));
        html.Element("title", title, ("id", titleId));
        html.Element("desc", description, ("id", textId));
    }

    /// <summary>Ticks, grid and title of the horizontal axis.</summary>
    public void XAxis(AxisScale x, double top, double bottom, string title)
    {
        foreach (var tick in x.Ticks())
        {
            Rule(x.At(tick), top, x.At(tick), bottom, "grid");
            Label(x.At(tick), bottom + 15, x.TextOf(tick), "tick", "middle");
        }

        Rule(x.From, bottom, x.To, bottom, "axis");
        Label((x.From + x.To) / 2, bottom + 32, title, "label", "middle", x.To - x.From + 90);
    }

    /// <summary>Ticks, grid and title of the vertical axis.</summary>
    public void YAxis(AxisScale y, double left, double right, string title)
    {
        foreach (var tick in y.Ticks())
        {
            Rule(left, y.At(tick), right, y.At(tick), "grid");
            Label(left - 6, y.At(tick) + 4, y.TextOf(tick), "tick", "end");
        }

        Label(left, y.To - 8, title, "label", "start");
    }

    /// <summary>A line through points.</summary>
    public void Line(IEnumerable<CurvePoint> points, AxisScale x, AxisScale y, string style) =>
        _html.Empty("polyline", ("class", style), ("points", string.Join(' ', points.Select(point => $"{Text(x.At(point.X))},{Text(y.At(point.Y))}"))));

    /// <summary>A straight line between two places.</summary>
    public void Rule(double fromX, double fromY, double toX, double toY, string style) =>
        _html.Empty("line", ("class", style), ("x1", Text(fromX)), ("y1", Text(fromY)), ("x2", Text(toX)), ("y2", Text(toY)));

    /// <summary>A filled box.</summary>
    public void Box(double x, double y, double width, double height, string style) =>
        _html.Empty("rect", ("class", style), ("x", Text(x)), ("y", Text(y)), ("width", Text(Math.Max(0, width))), ("height", Text(Math.Max(0, height))));

    /// <summary>The mark of a model: a disc for the challenger, a square for the champion, so that colour is not needed.</summary>
    public void Mark(double x, double y, bool isChallenger, double size = 4.5)
    {
        if (isChallenger)
        {
            _html.Empty("circle", ("class", "mark challenger"), ("cx", Text(x)), ("cy", Text(y)), ("r", Text(size)));
        }
        else
        {
            Box(x - size + 0.5, y - size + 0.5, (2 * size) - 1, (2 * size) - 1, "mark champion");
        }
    }

    /// <summary>A text, cut to a width when there is one.</summary>
    public void Label(double x, double y, string text, string style, string anchor, double width = double.PositiveInfinity) =>
        _html.Element("text", Fit(text, width), ("class", style), ("x", Text(x)), ("y", Text(y)), ("text-anchor", anchor));

    /// <summary>Names the models at the top of the plot.</summary>
    public void Legend(string challenger, string? champion)
    {
        Entry(6, challenger, isChallenger: true);
        if (champion is not null)
        {
            Entry((Width / 2) + 4, champion, isChallenger: false);
        }
    }

    public void Dispose()
    {
        _svg.Dispose();
        _figure.Dispose();
    }

    private void Entry(double x, string text, bool isChallenger)
    {
        Rule(x, 12, x + 22, 12, isChallenger ? "line challenger" : "line champion");
        Mark(x + 11, 12, isChallenger, 3.5);
        Label(x + 28, 16, text, "label", "start", 172);
    }

    private static string Fit(string text, double width)
    {
        var line = ReportText.Clean(text);
        var letters = width / LetterWidth;
        return line.Length <= letters ? line : ReportText.Clean(line, (int)letters);
    }

    private static string Text(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}
