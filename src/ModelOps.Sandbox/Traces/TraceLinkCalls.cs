using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Traces;

/// <summary>Calls that link traces to runs and to versions of prompts, which nobody looks up.</summary>
internal static class TraceLinkCalls
{
    private const int MostTraces = 100;

    private static readonly Field PromptVersions = Field.Message("prompt_versions", new(Field.Text("name"), Field.Text("version"))).Many;

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            "mlflow/traces/link-to-run",
            new(Field.Text("trace_ids").Many, Field.Text("run_id")),
            [new("trace_ids", Rule.Required, Rule.List, Rule.ListOfStrings), ParameterRules.RequiredText("run_id")],
            LinkToRunAsync) { Only = Behavior.Mlflow3 },
        new(
            "POST",
            "mlflow/traces/link-prompts",
            new(Field.Text("trace_id"), PromptVersions),
            [ParameterRules.RequiredText("trace_id"), new("prompt_versions", Rule.Required, Rule.List)],
            LinkPromptsAsync) { Only = Behavior.Mlflow3 },
    ];

    private static async ValueTask<Answer> LinkToRunAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var ids = call.Request.Texts("trace_ids");
        if (ids.Count > MostTraces)
        {
            throw MlflowFault.Invalid($"Cannot link more than {MostTraces} traces to a run in a single request. Provided {ids.Count} traces.");
        }

        return await call.WriteAsync(
            connection =>
            {
                foreach (var id in ids)
                {
                    TraceLinkWrites.ToRun(connection, id, call.Request.Text("run_id"), call.Server.Now);
                }

                return Answer.Empty;
            },
            cancellationToken);
    }

    private static async ValueTask<Answer> LinkPromptsAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var versions = call.Request.Parts("prompt_versions").Select(part => (Name: part.Text("name"), Number: ReadVersion(part.Text("version")))).ToList();
        return await call.WriteAsync(
            connection =>
            {
                foreach (var (name, number) in versions)
                {
                    TraceLinkWrites.ToPrompt(connection, call.Request.Text("trace_id"), name, number, call.Server.Now);
                }

                return Answer.Empty;
            },
            cancellationToken);
    }

    private static long ReadVersion(string text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidDataException("MLflow does not expect a version that is no number.");
}
