using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Runs;

namespace ModelOps.Sandbox.Promptlab;

/// <summary>A prompt that was tried out, with what a model made of it.</summary>
internal sealed record PromptlabRun
{
    public required string Template { get; init; }

    public required IReadOnlyList<WireTag> PromptParameters { get; init; }

    /// <summary>The model that was asked.</summary>
    public required string Route { get; init; }

    public required IReadOnlyList<WireTag> ModelParameters { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    /// <summary>What is known of the output, such as how long it took.</summary>
    public required IReadOnlyList<WireTag> OutputParameters { get; init; }

    /// <summary>What the run logs as parameters.</summary>
    public required IReadOnlyList<WireTag> RunParameters { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="MlflowFault">A parameter is refused.</exception>
    public static PromptlabRun Of(Message request)
    {
        var parameters = request.Parts("model_parameters").Select((sent, index) => ParameterChanges.Parse(sent, $"params[{index}].")).ToList();
        return new()
        {
            Template = request.Text("prompt_template"),
            PromptParameters = Pairs(request, "prompt_parameters"),
            Route = request.Text("model_route"),
            ModelParameters = parameters,
            Input = request.Text("model_input"),
            Output = request.Text("model_output"),
            OutputParameters = Pairs(request, "model_output_parameters"),
            RunParameters =
            [
                .. parameters,
                Parameter("model_route", request.Text("model_route")),
                Parameter("prompt_template", request.Text("prompt_template")),
            ],
        };
    }

    /// <summary>The request that makes the run.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="now">The time, in epoch milliseconds.</param>
    public static Message ToRunRequest(Message request, long now)
    {
        var run = new Message();
        run.Set("user_id", request.TextOrNull("user_id") ?? "unknown");
        run.Set("run_name", request.Text("run_name"));
        run.Set("start_time", request.Integer("start_time", now));
        return run;
    }

    private static WireTag Parameter(string key, string value)
    {
        var sent = new Message();
        sent.Set("key", key);
        sent.Set("value", value);
        return ParameterChanges.Parse(sent, path: "");
    }

    private static WireTag[] Pairs(Message request, string field) => [.. request.Parts(field).Select(sent => new WireTag(sent.Text("key"), sent.Text("value")))];
}
