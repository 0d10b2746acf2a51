using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>Finds modelops.yml before anything is bound.</summary>
internal static class ConfigurationLocator
{
    private const string FileName = "modelops.yml";

    /// <summary>The file named by an input, else the nearest one from the working directory upwards; the repository's root ends the search.</summary>
    /// <exception cref="ModelOpsException">The nearest file lies where every user of the machine may put one (MOP0108).</exception>
    public static string? Find(IReadOnlyList<IInputSource> sources, VerbDescriptor verb, string workingDirectory)
    {
        var input = verb.Inputs.First(candidate => candidate.Name.Property == nameof(VerbSettings.Config));
        var named = sources.Select(source => source.Find(input)).FirstOrDefault(value => value is not null);
        if (named is not null)
        {
            // A named file that is missing, or no path at all, is the binder's finding, so that it is reported with all other problems.
            var path = named.Texts[0];
            return path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal) && File.Exists(Path.GetFullPath(path, workingDirectory))
                ? Path.GetFullPath(path, workingDirectory)
                : null;
        }

        for (var directory = new DirectoryInfo(workingDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, FileName);
            if (File.Exists(candidate))
            {
                return IsShared(directory.FullName)
                    ? throw new ModelOpsException(ExitCode.BadInput, ConfigurationDiagnostics.SharedDirectory.At(
                        $"modelops.yml was found in '{directory.FullName}', where every user of this machine may put one. Expected it in a directory of your own.",
                        new(candidate)))
                    : candidate;
            }

            if (Path.Exists(Path.Combine(directory.FullName, ".git")))
            {
                return null;
            }
        }

        return null;
    }

    // Such as /tmp. Without the sticky bit anyone may replace the directories below it as well, so that there is nothing to protect.
    private static bool IsShared(string directory)
    {
        const UnixFileMode Shared = UnixFileMode.StickyBit | UnixFileMode.OtherWrite;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(directory) & Shared) == Shared;
    }
}
