var coverage = artifacts.Combine("coverage");

Task("Coverage")
    .Description("Runs the suite on the portable command and says which part of the lines and branches it ran; reports in artifacts/coverage. --filter takes a test filter.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        CleanDirectory(coverage);
        // Reads the assemblies as they were built; what is measured is rewritten.
        RunSuite(project => IsInSolution(project) && project.GetFilenameWithoutExtension().FullPath != "ModelOps.Architecture.Tests", settings =>
        {
            settings.Collectors = new[] { "XPlat Code Coverage" };
            settings.Settings = root.CombineWithFilePath("tests/coverage.runsettings");
            settings.EnvironmentVariables["MODELOPS_TEST_PROGRAM"] = "";
        });
        // The collector gives each report a directory with a name by chance; the one of results says whose it is.
        foreach (var report in GetFiles(results.FullPath + "/*/*/coverage.*"))
        {
            var project = report.GetDirectory().GetParent().GetDirectoryName();
            CopyFile(report, coverage.CombineWithFilePath($"{project}{report.GetFilename().FullPath["coverage".Length..]}"));
        }

        Surfaces("coverage", coverage.FullPath);
    });
