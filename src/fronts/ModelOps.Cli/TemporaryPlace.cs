using ModelOps.Abstractions.IO;

namespace ModelOps.Cli;

/// <summary>Where this process and what it starts lay temporary files.</summary>
internal static class TemporaryPlace
{
    // What the system and the programs on it look at; Windows has a directory for every user.
    private const string Variable = "TMPDIR";

    /// <summary>Leaves it where it is, or takes one below the working directory: a container may have no other place that can be written.</summary>
    public static void Choose(string workingDirectory)
    {
        if (OperatingSystem.IsWindows() || CanWrite())
        {
            return;
        }

        var own = Path.Combine(workingDirectory, ".modelops", "tmp");
        try
        {
            WorkDirectory.Create(own);
            Environment.SetEnvironmentVariable(Variable, own);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Whatever needs a temporary file says so.
        }
    }

    private static bool CanWrite()
    {
        try
        {
            Directory.Delete(Directory.CreateTempSubdirectory(AbandonedDirectories.PrefixOfBegun).FullName);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
