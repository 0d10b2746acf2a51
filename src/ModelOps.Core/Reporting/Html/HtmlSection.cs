using ModelOps.Core.Reporting.Elements;

namespace ModelOps.Core.Reporting.Html;

/// <summary>Begins the sections of the page.</summary>
internal static class HtmlSection
{
    public static Markup.Scope Open(Markup html, string title)
    {
        var id = html.NewId();
        var section = html.Open("section", ("aria-labelledby", id));
        html.Element("h2", title, ("id", id));
        return section;
    }
}
