using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>
/// Finds a program on PATH, and nowhere else: the platform's own search begins in the working directory, which may be a checkout of somebody's
/// change with a program of that name in it.
/// </summary>
internal static class ProgramFile
{
    private const string Extension = ".exe";

    /// <summary>Full path of a program; null when no absolute directory of PATH has it.</summary>
    /// <param name="name">Name without extension.</param>
    /// <param name="environment">Environment with PATH.</param>
    public static string? Find(string name, IEnvironment environment) => Find(name, environment.Get("PATH"));

    /// <summary>Full path of a program; null when no absolute directory of a search path has it.</summary>
    /// <param name="name">Name; on Windows its extension may be left out.</param>
    /// <param name="searchPath">Value of PATH.</param>
    public static string? Find(string name, string? searchPath)
    {
        var file = OperatingSystem.IsWindows() && !name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name + Extension : name;
        return (searchPath ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(directory => Path.Combine(directory, file))
            .FirstOrDefault(IsProgram);
    }

    /// <summary>Whether a path is that of a file which may be run.</summary>
    public static bool IsProgram(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != 0);
    }
}
