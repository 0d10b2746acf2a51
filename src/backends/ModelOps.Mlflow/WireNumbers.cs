using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Mlflow;

/// <summary>The one place that decides which numbers a server may give: nobody behind it meets a size that cannot be added or a version that cannot be.</summary>
internal static class WireNumbers
{
    /// <summary>Most bytes of one file, and of all files in one place: more than any disk has, and far from where sums of sizes end.</summary>
    public const long MaxBytes = 1L << 48;

    /// <summary>Number of a version.</summary>
    /// <exception cref="ModelOpsException">No version has it (MOP2005).</exception>
    public static int Version(int number, string what) => number > 0 ? number : throw WireReader.Missing(what);

    /// <summary>Size of a file.</summary>
    /// <exception cref="ModelOpsException">No file has it (MOP2005).</exception>
    public static long Size(long bytes, string path) => bytes is >= 0 and <= MaxBytes ? bytes : throw Impossible(bytes, $"'{path}'");

    /// <summary>Size of files together.</summary>
    /// <exception cref="ModelOpsException">It is more than a model can have (MOP2005).</exception>
    public static long Sum(long sum, long bytes, string location) =>
        sum + bytes <= MaxBytes ? sum + bytes : throw Impossible(sum + bytes, $"all files in '{location}'");

    /// <summary>A moment; the nearest date where it is beyond every one, since whoever may write runs may write any number there.</summary>
    public static DateTimeOffset Time(long milliseconds) => EpochTime.Of(milliseconds);

    /// <summary>A moment that need not be there; none before 1970 or for zero.</summary>
    public static DateTimeOffset? OptionalTime(long? milliseconds) => milliseconds is > 0 and var known ? Time(known) : null;

    /// <summary>Entries of a list, none of them left out.</summary>
    /// <exception cref="ModelOpsException">One is null (MOP2005).</exception>
    public static IEnumerable<T> Items<T>(IReadOnlyList<T>? list, string what)
        where T : class => (list ?? []).Select(item => item ?? throw WireReader.Missing(what));

    private static ModelOpsException Impossible(long bytes, string what) => new(
        ExitCode.RemoteFailure, RegistryDiagnostics.UnexpectedAnswer.At(
            $"The server lists an impossible size of {what}: {bytes} bytes; expected 0 to {MaxBytes}."));
}
