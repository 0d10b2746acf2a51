namespace ModelOps.Cli.Tables;

/// <summary>How text for people is laid out.</summary>
/// <param name="Width">Columns of a line; the largest number where nothing bounds it.</param>
/// <param name="IsShort">Whether digests and times are shown in the form that a person at a terminal reads.</param>
/// <param name="IsWhole">Whether nothing is cut or left out.</param>
/// <param name="HasStyle">Whether headings may be bold.</param>
/// <param name="Now">The time, for how long ago something was.</param>
internal sealed record TextForm(int Width, bool IsShort, bool IsWhole, bool HasStyle, DateTimeOffset Now)
{
    /// <summary>Longest cell unless all is shown: what a registry holds must not decide how long a log is.</summary>
    public const int MaxCell = 200;

    /// <summary>For files, pipes and build logs.</summary>
    public static TextForm Plain(bool isWhole, DateTimeOffset now) => new(int.MaxValue, IsShort: false, isWhole, HasStyle: false, now);

    /// <summary>For a terminal.</summary>
    public static TextForm Terminal(int width, bool isWhole, bool hasStyle, DateTimeOffset now) =>
        new(isWhole ? int.MaxValue : width, IsShort: !isWhole, isWhole, hasStyle, now);
}
