using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ModelOps.Core.Hosting;

/// <summary>How text is escaped in JSON that may be printed into a build log.</summary>
internal static class LogSafeJson
{
    /// <summary>Plain ASCII; what begins a command of a log, <c>##[</c> or <c>##vso[</c>, cannot stand in it.</summary>
    public static JavaScriptEncoder Encoder { get; } = CreateEncoder();

    private static JavaScriptEncoder CreateEncoder()
    {
        var letters = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        letters.ForbidCharacters('#');
        return JavaScriptEncoder.Create(letters);
    }
}
