var packages = artifacts.Combine("packages");

Task("Pack")
    .Description("Makes all of a release in artifacts/packages: NuGet packages, the native program as archive and Python wheel, bill of materials, checksums.")
    .IsDependentOn("Native")
    .Does(() =>
    {
        CleanDirectory(packages);
        PackProject("ModelOps.MSBuild", "--no-build");
        PackProject("Cake.ModelOps", "--no-build");
        PackTool();
        WriteBill();
        FinishRelease();
        foreach (var file in GetFiles(packages.FullPath + "/*").OrderBy(file => file.GetFilename().FullPath, StringComparer.Ordinal))
        {
            Say($"{new System.IO.FileInfo(file.FullPath).Length / 1024.0 / 1024,6:0.0} MiB  {root.GetRelativePath(file)}");
        }
    });

// For Linux on x64 the tool is the native program where that was built; the package that users name then only points at the forms.
void PackTool()
{
    if (!FileExists(nativeProgram))
    {
        PackProject("ModelOps.Cli");
        return;
    }

    var tool = artifacts.Combine("native/tool");
    CleanDirectory(tool);
    Surfaces("tool", root.FullPath, nativeRoot.FullPath, tool.FullPath);
    PackProject(
        "ModelOps.Native", "--no-build", "--no-restore", "--runtime", "linux-x64", "-p:PackNative=true", $"-p:PublishDir=\"{tool.FullPath}/\"");
    PackProject("ModelOps.Cli", "--no-build", "-p:PublishAot=true");
    // What it refers to is the same for every platform, and built.
    PackProject("ModelOps.Cli", "--runtime", "any", "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false");
}

void PackProject(string name, params string[] options) => DotNetPack(root.CombineWithFilePath($"src/fronts/{name}/{name}.csproj").FullPath, new DotNetPackSettings
{
    Configuration = configuration,
    OutputDirectory = packages,
    Verbosity = DotNetVerbosity.Quiet,
    ArgumentCustomization = arguments => options.Aggregate(arguments, (list, option) => list.Append(option)),
});
