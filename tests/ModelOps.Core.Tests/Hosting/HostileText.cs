using FsCheck;
using FsCheck.Fluent;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>Texts that try to break out of where they are printed.</summary>
internal static class HostileText
{
    private static readonly string[] Fragments =
    [
        "::", ":", "#", "##", "[", "]", "##[", "##vso[", "##VSO[", "vso[", "::error::x", "::add-mask::x", "##[set-output name=x]y",
        "##vso[task.complete result=Failed;]", "##vso[task.setvariable variable=PATH]x", "::stop-commands::x", "::error file=a,line=1::b",
        "\n", "\r", "\r\n", "\t", "\v", "\f", "\0", "\u0085", "\u2028", "\u2029", " ", "\u00a0", "\u2003", "\u3000", "\u001b[31m", "\u001b]0;x\a", "\b",
        "\u200b", "\u200d", "\u00ad", "\u2060", "\ufeff", "\u202e", "\u2066", "\u061c", "\udb40\udc41", "\ud800", "\udc00", "\ud83d\ude00", "\u034f",
        "%0A", "%0D", "%25", "%AZP25", "%3B", "%5D", "=", "<<", "<<EOF\n", "EOF\n", ";", ",", "|", "<script>", "[x](javascript:y)", "![](x)", "`", "$(x)", "${{ x }}",
        "name", "a", "\u0430", "\u00fc",
    ];

    /// <summary>Fixed examples.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        .. Fragments,
        "champion\n::set-output name=x::y", "a\r::error::x", "a\u2028::error::x", "  ::warning::x", "\u3000::warning::x", "\u200b::warning::x",
        "#\u200b#vso[task.complete]x", "##\0vso[task.complete]x", "#\u00ad#[add-mask]x", "####[x]y", "##vso##vso[[x]", "##v##[so[x]y", "x ##[command]y", ":::error::x", "::::x::y",
    ];

    /// <summary>Fragments in any order.</summary>
    public static Arbitrary<string> Arbitrary { get; } =
        Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    /// <summary>Fixed examples as test data.</summary>
    public static IEnumerable<object[]> Data => Examples.Select(example => new object[] { example });
}
