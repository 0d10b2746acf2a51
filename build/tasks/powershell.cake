// The one project beside the solution: what it tests in is 350 MB of packages that nothing else needs.
var powerShellTests = root.CombineWithFilePath("tests/ModelOps.PowerShell.Tests/ModelOps.PowerShell.Tests.csproj").FullPath;

Task("PowerShell")
    .Description("Runs build.ps1 and the completion of PowerShell in PowerShell's own engine, which is restored for it (350 MB).")
    .IsDependentOn("Build")
    .Does(() =>
    {
        // What it refers to is restored and built, and stays as it is.
        DotNetRestore(powerShellTests, new DotNetRestoreSettings { NoDependencies = true, Verbosity = DotNetVerbosity.Quiet });
        DotNetBuild(powerShellTests, new DotNetBuildSettings { Configuration = configuration, NoRestore = true, NoDependencies = true, NoLogo = true, Verbosity = DotNetVerbosity.Quiet });
        DotNetTest(powerShellTests, new DotNetTestSettings { Configuration = configuration, NoBuild = true });
    });
