using System.Text.Json;
using ModelOps.Sandbox.Promptlab;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Promptlab;

public sealed class PromptlabTests
{
    [Fact]
    public async Task The_files_of_a_prompt_say_what_was_tried()
    {
        await using var lab = await SandboxLab.StartAsync();
        var made = await lab.CallAsync(
            "POST",
            "/ajax-api/2.0/mlflow/runs/create-promptlab-run",
            """
            {"experiment_id": "0", "prompt_template": "It's {{ü}}: #1", "prompt_parameters": [{"key": "ü", "value": "\"a\"\nb"}], "model_route": "chat",
             "model_parameters": [{"key": "top_p", "value": "0.5"}], "model_input": "in", "model_output": "out", "mlflow_version": "3"}
            """);
        var id = made.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString();

        Assert.Equal(
            """{"columns": ["\u00fc", "prompt", "output"], "data": [["\"a\"\nb", "in", "out"]]}""", await ReadAsync(lab, id, "eval_results_table.json"));
        Assert.Equal(
            "model_parameters:\n  top_p: '0.5'\nmodel_route: chat\nprompt_parameters:\n  \"\\u00fc\": \"\\\"a\\\"\\nb\"\nprompt_template: \"It's {{\\u00fc}}: #1\"\n",
            await ReadAsync(lab, id, "model/parameters.yaml"));
        Assert.Equal("""{"inputs": ["\"a\"\nb"]}""", await ReadAsync(lab, id, "model/input_example.json"));
        Assert.Equal("\"a\"\nb", JsonDocument.Parse(await ReadAsync(lab, id, "model/serving_input_example.json"))
            .RootElement.GetProperty("inputs").GetProperty("inputs")[0].GetString());
    }

    [Theory]
    [InlineData("Say {{x}}", "Say {{x}}")]
    [InlineData("", "''")]
    [InlineData("0.1", "'0.1'")]
    [InlineData("true", "'true'")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("ends:", "'ends:'")]
    [InlineData("ends ", "'ends '")]
    [InlineData("it's", "'it''s'")]
    [InlineData("two\nlines", "\"two\\nlines\"")]
    [InlineData("https://host/x", "https://host/x")]
    public void A_text_in_YAML_stays_a_text(string text, string expected) => Assert.Equal(expected, PythonYaml.Text(text));

    [Fact]
    public async Task A_prompt_whose_files_have_no_place_here_makes_no_run()
    {
        await using var lab = await SandboxLab.StartAsync();
        await lab.CallAsync("POST", "/api/2.0/mlflow/experiments/create", """{"name": "far", "artifact_location": "s3://bucket/far"}""");
        using var content = new StringContent(
            """{"experiment_id": "1", "prompt_template": "p", "prompt_parameters": [{"key": "x", "value": "1"}], "model_route": "r", "model_input": "i", "mlflow_version": "3"}""",
            System.Text.Encoding.UTF8,
            "application/json");
        using var answer = await lab.SendAsync("POST", "/ajax-api/2.0/mlflow/runs/create-promptlab-run", content);
        var runs = await lab.CallAsync("POST", "/api/2.0/mlflow/runs/search", """{"experiment_ids": ["1"], "max_results": 5}""");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(runs.TryGetProperty("runs", out _));
    }

    private static async Task<string> ReadAsync(SandboxLab lab, string? run, string path) =>
        await (await lab.SendAsync("GET", $"/get-artifact?run_id={run}&path={path}")).Content.ReadAsStringAsync();
}
