using ModelOps.Core.Reporting.Documents;

namespace ModelOps.Core.Reporting.Elements;

/// <summary>How a tone looks: its class in the style sheet, and a sign for those who see no colours.</summary>
internal static class ToneStyle
{
    /// <summary>Class of a tone.</summary>
    public static string NameOf(ReportTone tone) => tone switch
    {
        ReportTone.Good => "good",
        ReportTone.Bad => "bad",
        ReportTone.Unsure => "unsure",
        ReportTone.Broken => "broken",
        _ => "neutral",
    };

    /// <summary>Sign of a tone.</summary>
    public static string SignOf(ReportTone tone) => tone switch
    {
        ReportTone.Good => "\u2713",
        ReportTone.Bad => "\u2715",
        ReportTone.Unsure => "?",
        ReportTone.Broken => "!",
        _ => "\u2013",
    };
}
