using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Faults.Tests.Cells;

/// <summary>What modelops.yml says in these tests: gates that need no predictions.</summary>
internal static class Configuration
{
    private const string Models = """
        models:
          - name: diabetes
            path: models/diabetes
            tags: {owner: health}
            gates:
              package: {enabled: false}
              signature: {enabled: false}
              champion: {enabled: false}

        environments:
        """;

    public static void Write(ReleaseLab lab)
    {
        var file = Path.Combine(lab.Path, "modelops.yml");
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), "(?s)models:\n.*?\nenvironments:", Models));
        lab.Git.Commit("smallest");
    }
}
