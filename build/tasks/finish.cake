// Archive and wheel, packages and bill without time and chance, and the sums: src/ModelOps.Surfaces/Packing, where tests hold it.
void FinishRelease() => Surfaces("pack", root.FullPath, nativeRoot.FullPath, packages.FullPath, ReleaseTime());

void Surfaces(params string[] words) => DotNetRun(
    root.CombineWithFilePath("src/ModelOps.Surfaces/ModelOps.Surfaces.csproj").FullPath,
    words.Aggregate(new ProcessArgumentBuilder(), (list, word) => list.AppendQuoted(word)),
    new DotNetRunSettings { Configuration = configuration, NoBuild = true });

// Seconds since 1970: what SOURCE_DATE_EPOCH says, else the time of the commit; without a repository the beginning of a zip file's time.
string ReleaseTime()
{
    const string beginning = "315532800";
    if (EnvironmentVariable("SOURCE_DATE_EPOCH") is { Length: > 0 } told)
    {
        return told;
    }

    var settings = new ProcessSettings { WorkingDirectory = root, Arguments = "log -1 --format=%ct", RedirectStandardOutput = true, RedirectStandardError = true };
    return Context.Tools.Resolve(IsRunningOnWindows() ? "git.exe" : "git") is not null && StartProcess("git", settings, out var output) == 0 ? output.Single() : beginning;
}
