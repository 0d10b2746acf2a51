using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;

namespace ModelOps.Core.Models.Environments;

/// <summary>Reads python_env.yaml.</summary>
internal static class PythonEnvironmentReader
{
    public static Reading<PythonEnvironment> Read(string file)
    {
        var problems = new List<Diagnostic>();
        if (SafeYaml.LoadFile(file, ModelDiagnostics.EnvironmentMalformed, problems) is not { } source
            || new EnvironmentLists(source, problems) is var lists && lists.Root is not { } root)
        {
            return new(null, problems);
        }

        var python = root.Find("python") is { } version ? lists.Text(version) : null;
        return new(new(python, lists.Requirements(root, "build_dependencies"), lists.Requirements(root, "dependencies")), problems);
    }
}
