// The suite tries a sample of the faults; this tries all of them, and says what came of each kind.
Task("Faults")
    .Description("Lets every call of every verb that changes a catalog go wrong in every way, 640 pairs of faults and all orders of two runs: artifacts/faults/table.md; --seed changes what is drawn.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        var rows = artifacts.Combine("faults");
        CleanDirectory(rows);
        try
        {
            RunSuite(
                project => project.GetFilenameWithoutExtension().FullPath == "ModelOps.Faults.Tests",
                settings =>
                {
                    settings.EnvironmentVariables["MODELOPS_FAULTS"] = "all";
                    settings.EnvironmentVariables["MODELOPS_FAULTS_SEED"] = Argument("seed", "");
                });
        }
        finally
        {
            var files = GetFiles(rows.FullPath + "/*.rows").OrderBy(file => file.FullPath, StringComparer.Ordinal).ToList();
            var table = rows.CombineWithFilePath("table.md");
            System.IO.File.WriteAllLines(table.FullPath, new[]
            {
                "| Verb | Catalog | Fault | Cells | Ended in one run | Most runs | Exit codes of the first run | Broken |",
                "| --- | --- | --- | ---: | ---: | ---: | --- | ---: |",
            }.Concat(files.SelectMany(file => System.IO.File.ReadAllLines(file.FullPath))));
            foreach (var file in files)
            {
                var cells = System.IO.File.ReadAllLines(file.FullPath).Select(row => row.Split('|')).ToList();
                Console.WriteLine($"{cells.Sum(row => int.Parse(row[4])),6} cells, {cells.Sum(row => int.Parse(row[8]))} broken  {file.GetFilenameWithoutExtension()}");
            }

            Console.WriteLine($"The table: {root.GetRelativePath(table)}");
        }
    });
