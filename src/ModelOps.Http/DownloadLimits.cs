namespace ModelOps.Http;

/// <summary>How slow the transfer of a file may be.</summary>
/// <param name="Silence">Longest time without a byte, and how often the rate is looked at.</param>
/// <param name="Deadline">Longest time that is waited for one file, all tries together.</param>
internal sealed record DownloadLimits(TimeSpan Silence, TimeSpan Deadline)
{
    /// <summary>Fewest bytes a second: far below any line, far above a server that keeps a job busy with a byte now and then.</summary>
    public const int MinBytesPerSecond = 4096;

    /// <summary>Deadline where nobody set one.</summary>
    public static readonly TimeSpan UsualDeadline = TimeSpan.FromHours(6);
}
