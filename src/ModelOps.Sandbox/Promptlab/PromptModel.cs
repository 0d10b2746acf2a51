using System.Globalization;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Promptlab;

/// <summary>The model of a prompt, as its file MLmodel says what it is.</summary>
/// <param name="Run">The prompt.</param>
/// <param name="RunId">The run that keeps it.</param>
/// <param name="Release">Release of the server.</param>
/// <param name="Time">When it was made.</param>
internal sealed record PromptModel(PromptlabRun Run, string RunId, string Release, DateTimeOffset Time)
{
    private readonly string _id = Guid.NewGuid().ToString("N");

    /// <summary>Value of the tag that lists the run's models.</summary>
    public string History =>
        $"[{{\"run_id\": \"{RunId}\", \"artifact_path\": \"model\", \"utc_time_created\": \"{Created}\", \"model_uuid\": \"{_id}\", \"flavors\": {{}}}}]";

    private string Created => Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>The file MLmodel.</summary>
    /// <param name="python">Version of Python that it names.</param>
    public string Describe(string python)
    {
        var inputs = string.Join(", ", Run.PromptParameters.Select(parameter => Column(parameter.Key)));
        var modelId = Release.StartsWith("2.", StringComparison.Ordinal) ? "" : "model_id: null\n";
        return
            $"""
            artifact_path: model
            flavors:
              python_function:
                env:
                  conda: conda.yaml
                  virtualenv: python_env.yaml
                loader_module: mlflow.prompt.promptlab_model
                parameters_path: parameters.yaml
                python_version: {python}
            is_signature_from_type_hint: false
            mlflow_version: {Release}
            {modelId}model_uuid: {_id}
            prompts: null
            run_id: {RunId}
            saved_input_example_info:
              artifact_path: input_example.json
              serving_input_path: serving_input_example.json
              type: json_object
            signature:
              inputs: '[{inputs}]'
              outputs: '[{Column("output")}]'
              params: null
            type_hint_from_example: false
            utc_time_created: '{Created}'

            """;
    }

    private static string Column(string name) =>
        $"{{\"type\": \"string\", \"name\": {PythonJson.Quote(name).Replace("'", "''", StringComparison.Ordinal)}, \"required\": true}}";
}
