using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Reporting;

/// <summary>Where a report may be written: what is checked out is somebody else's, and a link in it would lead the report to any file of this machine.</summary>
internal static class ReportPlace
{
    /// <summary>Refuses a file that is a link, or that lies behind one below the working tree.</summary>
    /// <param name="path">Full path of the report.</param>
    /// <param name="root">Full path of the working tree; links above it are the machine's own.</param>
    /// <exception cref="ModelOpsException">There is a link (MOP0002, exit 2).</exception>
    public static void Require(string path, string root)
    {
        path = Path.GetFullPath(path);
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        var isBelow = path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (LinkFreePath.FindLink(isBelow ? root : Path.GetDirectoryName(path)!, path) is { } link)
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At(
                $"The report '{path}' is not written: '{link}' is a link, and reports follow none. Remove it, or name another place."));
        }
    }
}
