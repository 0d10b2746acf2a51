using ModelOps.Abstractions.Diagnostics;
using ModelOps.Surfaces;

if (args is not [("write" or "check") and var action, var root])
{
    Console.Error.WriteLine("usage: write ROOT | check ROOT   (ROOT is the repository's root)");
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
