namespace ModelOps.Testing;

/// <summary>Files of the repository that tests read.</summary>
public static class TestFiles
{
    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A real model directory written by MLflow: 2.x-iris-classifier, 3.x-diabetes-regressor or 3.x-tensor-classifier.</summary>
    public static string Model(string name) => Path.Combine(Root, "tests", "Models", name);

    /// <summary>Copies a directory with all that is in it.</summary>
    public static void CopyDirectory(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Makes a directory a model of one file that check has nothing against: for tests in which every file costs requests.</summary>
    public static void WriteSmallest(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, "MLmodel"), """
            flavors:
              onnx:
                onnx_version: 1.17.0
            mlflow_version: 3.11.1
            signature:
              inputs: '[{"type": "double", "name": "age", "required": true}]'
              outputs: '[{"type": "double", "required": true}]'
            """);
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Toolkit.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("Toolkit.sln is in no directory above the tests.");
        }

        return directory.FullName;
    }
}
