using System.Security.Cryptography;
using System.Text;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;

namespace ModelOps.Core.Reporting.Html;

/// <summary>A report as one HTML file that loads nothing and runs nothing: its policy allows its own style sheet only.</summary>
internal static class HtmlReport
{
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlStyle.Sheet)))}'; base-uri 'none'; form-action 'none'";

    public static string Write(ReportDocument document)
    {
        using var html = new Markup();
        using (html.Open("html", ("lang", "en")))
        {
            WriteHead(html, document);
            using (html.Open("body"))
            {
                HtmlHeader.Write(html, document);
                using (html.Open("main"))
                {
                    HtmlGates.WriteStopped(html, document);
                    HtmlComparison.Write(html, document);
                    HtmlPerformance.Write(html, document);
                    HtmlGates.WriteOthers(html, document);
                    HtmlFacts.Write(html, document);
                }

                using var footer = html.Open("footer");
                html.Element("p", $"Made by the ModelOps Toolkit {document.ToolkitVersion}, {ReportText.Time(document.CreatedAt)}.");
            }
        }

        return html.Finish();
    }

    private static void WriteHead(Markup html, ReportDocument document)
    {
        using var head = html.Open("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Element("title", $"{document.Title}: {document.Verdict.Headline}");
        html.Style(HtmlStyle.Sheet);
    }
}
