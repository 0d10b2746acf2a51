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
    Console.Error.WriteLine("usage: write ROOT | check ROOT | pack ROOT NATIVE OUTPUT TIME | tool ROOT NATIVE DIRECTORY | coverage DIRECTORY   (ROOT is the repository's root, TIME seconds since 1970)");
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
