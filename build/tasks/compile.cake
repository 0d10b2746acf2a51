Task("Restore")
    .Description("Restores all packages; with --locked those of the files packages.lock.json and no other, which takes the SDK that wrote them.")
    .Does(() =>
    {
        Say("Restoring packages");
        var isLocked = HasArgument("locked");
        DotNetRestore(solution, new DotNetRestoreSettings { UseLockFile = isLocked, LockedMode = isLocked, Verbosity = DotNetVerbosity.Quiet });
    });

Task("Lock")
    .Description("Writes the files packages.lock.json, after a change of a pin, a project's packages or the SDK of our workflows.")
    .Does(() =>
    {
        DotNetRestore(solution, new DotNetRestoreSettings { UseLockFile = true, ForceEvaluate = true, Verbosity = DotNetVerbosity.Quiet });
        Say("Locked by the SDK " + Context.Tools.Resolve(IsRunningOnWindows() ? "dotnet.exe" : "dotnet").FullPath);
    });

Task("Build")
    .Description("Builds everything; warnings are errors.")
    .IsDependentOn("Restore")
    .Does(() => BuildSolution());

Task("Generate")
    .Description("Writes every emitted file of the fronts: manifests, templates, task classes, reference, schema.")
    .IsDependentOn("Build")
    .Does(() => DotNetRun(
        root.CombineWithFilePath("src/ModelOps.Surfaces/ModelOps.Surfaces.csproj").FullPath,
        new ProcessArgumentBuilder().Append("write").AppendQuoted(root.FullPath),
        new DotNetRunSettings { Configuration = configuration, NoBuild = true }));

// The compiler names every project that it is done with: these are counted, and what it warns of or refuses is shown as it is.
void BuildSolution()
{
    var all = System.IO.File.ReadLines(solution).Count(line => line.Contains(".csproj\"", StringComparison.Ordinal));
    var (built, shown, told) = (new HashSet<string>(), 0, new HashSet<string>());
    var clock = System.Diagnostics.Stopwatch.StartNew();
    var exitCode = StartProcess("dotnet", new ProcessSettings
    {
        Arguments = new ProcessArgumentBuilder().Append("build").AppendQuoted(solution).Append("--no-restore").Append("--nologo").Append("--tl:off")
            .Append("--configuration").AppendQuoted(configuration).Append("--verbosity").Append("minimal").Append("-consoleLoggerParameters:NoSummary"),
        RedirectStandardOutput = true,
        RedirectedStandardOutputHandler = line =>
        {
            if (line?.IndexOf(" -> ", StringComparison.Ordinal) is > 0 and var arrow && built.Add(line[..arrow].Trim()) && built.Count * 4 / all > shown && built.Count < all)
            {
                shown = built.Count * 4 / all;
                Say($"Building: {built.Count} of {all} projects, {clock.Elapsed.TotalSeconds:0} s");
            }
            else if (line is not null && (line.Contains(": warning ", StringComparison.Ordinal) || line.Contains(": error ", StringComparison.Ordinal)) && told.Add(line))
            {
                Say(line);
            }

            return null;
        },
    });
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"dotnet build ended with exit code {exitCode}.");
    }

    Say($"Built {all} projects in {clock.Elapsed.TotalSeconds:0} s");
}

// A line for whoever waits; the log's own lines are for whoever asks with --verbosity.
void Say(string line) => Console.WriteLine(line);
