Task("Restore")
    .Description("Restores all packages.")
    .Does(() => DotNetRestore(solution));

Task("Build")
    .Description("Builds everything; warnings are errors.")
    .IsDependentOn("Restore")
    .Does(() => DotNetBuild(solution, new DotNetBuildSettings
    {
        Configuration = configuration,
        NoRestore = true,
        Verbosity = DotNetVerbosity.Quiet,
    }));

Task("Generate")
    .Description("Writes every emitted file of the fronts: manifests, templates, task classes, reference, schema.")
    .IsDependentOn("Build")
    .Does(() => DotNetRun(
        root.CombineWithFilePath("src/ModelOps.Surfaces/ModelOps.Surfaces.csproj").FullPath,
        new ProcessArgumentBuilder().Append("write").AppendQuoted(root.FullPath),
        new DotNetRunSettings { Configuration = configuration, NoBuild = true }));
