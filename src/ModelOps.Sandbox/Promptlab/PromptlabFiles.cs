using System.Text;
using ModelOps.Sandbox.Artifacts;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Promptlab;

/// <summary>The files of a run that keeps a prompt: the table that the user interface shows, and a model that asks again.</summary>
internal static class PromptlabFiles
{
    /// <summary>Name of the table.</summary>
    public const string Table = "eval_results_table.json";

    private const string PythonVersion = "3.11.7";

    /// <summary>Writes the files.</summary>
    /// <param name="root">The artifacts of the server.</param>
    /// <param name="directory">Directory of the run in them.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WriteAsync(ArtifactRoot root, string directory, PromptModel model, CancellationToken cancellationToken)
    {
        foreach (var (name, content) in Of(model))
        {
            var partial = root.NewPartial();
            try
            {
                await File.WriteAllTextAsync(partial, content, cancellationToken);
                root.Place(partial, ArtifactPath.Join(directory, name));
            }
            finally
            {
                File.Delete(partial);
            }
        }
    }

    private static IEnumerable<(string Name, string Content)> Of(PromptModel model)
    {
        var requirement = $"mlflow[gateway]=={model.Release}";
        yield return (Table, TableOf(model.Run));
        yield return ("model/MLmodel", model.Describe(PythonVersion));
        yield return ("model/requirements.txt", requirement);
        yield return (
            "model/conda.yaml",
            $"channels:\n- conda-forge\ndependencies:\n- python={PythonVersion}\n- pip<=23.2.1\n- pip:\n  - {requirement}\nname: mlflow-env\n");
        yield return (
            "model/python_env.yaml",
            $"python: {PythonVersion}\nbuild_dependencies:\n- pip==23.2.1\n- setuptools==65.5.0\n- wheel==0.42.0\ndependencies:\n- -r requirements.txt\n");
        yield return ("model/parameters.yaml", ParametersOf(model.Run));
        var values = model.Run.PromptParameters.Select(parameter => PythonJson.Quote(parameter.Value)).ToList();
        yield return ("model/input_example.json", $"{{\"inputs\": [{string.Join(", ", values)}]}}");
        yield return (
            "model/serving_input_example.json",
            $"{{\n  \"inputs\": {{\n    \"inputs\": [\n      {string.Join(",\n      ", values)}\n    ]\n  }}\n}}");
    }

    private static string TableOf(PromptlabRun run)
    {
        string[] columns = [.. run.PromptParameters.Select(one => one.Key), "prompt", "output", .. run.OutputParameters.Select(one => one.Key)];
        string[] row = [.. run.PromptParameters.Select(one => one.Value), run.Input, run.Output, .. run.OutputParameters.Select(one => one.Value)];
        return $"{{\"columns\": [{List(columns)}], \"data\": [[{List(row)}]]}}";
    }

    private static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(PythonJson.Quote));

    private static string ParametersOf(PromptlabRun run)
    {
        var yaml = new StringBuilder();
        Append(yaml, "model_parameters", run.ModelParameters);
        yaml.Append($"model_route: {PythonYaml.Text(run.Route)}\n");
        Append(yaml, "prompt_parameters", run.PromptParameters);
        return yaml.Append($"prompt_template: {PythonYaml.Text(run.Template)}\n").ToString();
    }

    private static void Append(StringBuilder yaml, string name, IReadOnlyList<WireTag> pairs)
    {
        yaml.Append(name).Append(pairs.Count == 0 ? ": {}\n" : ":\n");
        foreach (var pair in pairs.DistinctBy(pair => pair.Key).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yaml.Append($"  {PythonYaml.Text(pair.Key)}: {PythonYaml.Text(pair.Value)}\n");
        }
    }
}
