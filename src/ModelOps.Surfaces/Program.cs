using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Surfaces;
using ModelOps.Surfaces.Coverage;
using ModelOps.Surfaces.Packing;

if (args is ["pack", var repository, var native, var output, var seconds] && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var time))
{
    foreach (var line in ReleaseFiles.Write(repository, native, output, DateTimeOffset.FromUnixTimeSeconds(time)))
    {
        Console.WriteLine(line);
    }

    return (int)ExitCode.Ok;
}

if (args is ["tool", var clone, var program, var directory])
{
    ToolDirectory.Write(NativeDirectory.Read(program), ReleaseFiles.LicencesOf(clone), directory);
    return (int)ExitCode.Ok;
}

if (args is ["archive", var checkout, var published, var platform, var target, var since] && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var stamp))
{
    File.WriteAllBytes(
        Path.Combine(target, PlatformArchive.FileName(platform)),
        PlatformArchive.Write(published, ReleaseFiles.LicencesOf(checkout, platform), DateTimeOffset.FromUnixTimeSeconds(stamp)));
    return (int)ExitCode.Ok;
}

if (args is ["release", var built, var packages, var server, var name, var commit])
{
    ReleaseCommit.Write(built, ReleaseRecord.Of(packages, server, name, commit));
    return (int)ExitCode.Ok;
}

if (args is ["coverage", var reports])
{
    var projects = CoverageReports.Merge(Directory.GetFiles(reports, "*.json"));
    File.WriteAllLines(Path.Combine(reports, "summary.md"), CoverageTable.Markdown(projects));
    foreach (var line in CoverageTable.Text(projects))
    {
        Console.WriteLine(line);
    }

    return (int)ExitCode.Ok;
}

if (args is not [("write" or "check") and var action, var root])
{
    Console.Error.WriteLine("""
        usage: write ROOT | check ROOT | pack ROOT NATIVE OUTPUT TIME | tool ROOT NATIVE DIRECTORY
               | archive ROOT PUBLISHED PLATFORM OUTPUT TIME | release ROOT PACKAGES SERVER REPOSITORY COMMIT | coverage DIRECTORY
        ROOT is the repository's root, TIME seconds since 1970.
        """);
    return (int)ExitCode.BadInput;
}

if (action == "write")
{
    SurfaceFiles.Write(root);
    return (int)ExitCode.Ok;
}

var drift = SurfaceFiles.Drift(root);
foreach (var line in drift)
{
    Console.WriteLine(line);
}

return (int)(drift.Count == 0 ? ExitCode.Ok : ExitCode.GateFailed);
