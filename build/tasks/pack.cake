Task("Pack")
    .Description("Packs the tool, the MSBuild package and the Cake addin into artifacts/packages.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        CleanDirectory(artifacts.Combine("packages"));
        foreach (var name in new[] { "ModelOps.Cli", "ModelOps.MSBuild", "Cake.ModelOps" })
        {
            DotNetPack(root.CombineWithFilePath($"src/fronts/{name}/{name}.csproj").FullPath, new DotNetPackSettings
            {
                Configuration = configuration,
                OutputDirectory = artifacts.Combine("packages"),
                Verbosity = DotNetVerbosity.Quiet,
            });
        }
    });
