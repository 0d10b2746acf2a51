namespace ModelOps.Core.Tests.Processes;

/// <summary>Processes of this machine that sleep for a time that a test chose: a namespace has numbers of its own for them.</summary>
internal static class Sleepers
{
    /// <summary>Their directories in <c>/proc</c>.</summary>
    public static IEnumerable<string> Of(string seconds) =>
        from directory in Directory.EnumerateDirectories("/proc")
        where Path.GetFileName(directory).All(char.IsAsciiDigit) && CommandLine(directory) == $"sleep\0{seconds}\0"
        select directory;

    private static string CommandLine(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "cmdline"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or is another account's.
            return "";
        }
    }
}
