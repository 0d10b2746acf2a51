using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Assessments;

/// <summary>Calls that judge traces.</summary>
internal static class AssessmentCalls
{
    private const string OfTrace = "mlflow/traces/{trace_id}/assessments";
    private const string One = OfTrace + "/{assessment_id}";

    private static readonly Field Assessment = Field.Message("assessment", AssessmentMessages.Assessment);
    private static readonly ParameterRules RequiredAssessment = new("assessment", Rule.Required);

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new("POST", OfTrace, new(Assessment), [RequiredAssessment], CreateAsync) { Version = 3, Only = Behavior.Mlflow3 },
        new("GET", One, MessageShape.Empty, [], Get) { Version = 3, Only = Behavior.Mlflow3 },
        new("PATCH", One, new(Assessment, Field.Mask("update_mask")), [RequiredAssessment, new("update_mask", Rule.Required)], UpdateAsync)
        {
            Version = 3,
            Only = Behavior.Mlflow3,
        },
        new("DELETE", One, MessageShape.Empty, [], DeleteAsync) { Version = 3, Only = Behavior.Mlflow3 },

        // That release has the paths, and nothing behind them.
        new("PATCH", One, MessageShape.Empty, [], Fail) { Only = Behavior.Mlflow2 },
        new("DELETE", One, MessageShape.Empty, [], Fail) { Only = Behavior.Mlflow2 },
    ];

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var message = call.Request.Part("assessment") ?? new Message();
        var row = AssessmentDraft.Read(message, call.PathValue("trace_id"), call.Server.Now);
        return await call.WriteAsync(
            connection =>
            {
                if (row.Overrides is { } other && !AssessmentWrites.SetValid(connection, row.TraceId, other, isValid: false))
                {
                    // MLflow forgets to put the trace in.
                    throw MlflowFault.Missing($"Assessment with ID '{other}' not found for trace '{{trace_id}}'");
                }

                AssessmentWrites.Insert(connection, row);
                return Show(row);
            },
            cancellationToken);
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken) => new(call.Server.Store.Read(connection =>
        Show(AssessmentReader.Require(connection, call.PathValue("trace_id"), call.PathValue("assessment_id")))));

    private static async ValueTask<Answer> UpdateAsync(RpcCall call, CancellationToken cancellationToken) => await call.WriteAsync(
        connection =>
        {
            var row = AssessmentReader.Require(connection, call.PathValue("trace_id"), call.PathValue("assessment_id"));
            var changed = AssessmentChange.Apply(row, call.Request) with { Updated = call.Server.Now };
            AssessmentWrites.Update(connection, changed);
            return Show(changed);
        },
        cancellationToken);

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (traceId, id) = (call.PathValue("trace_id"), call.PathValue("assessment_id"));
        return await call.WriteAsync(
            connection =>
            {
                const string Overridden = "SELECT overrides FROM assessments WHERE assessment_id = $id AND trace_id = $trace";
                if (connection.Scalar(Overridden, ("$id", id), ("$trace", traceId)) is string other)
                {
                    AssessmentWrites.SetValid(connection, traceId, other, isValid: true);
                }

                AssessmentWrites.Delete(connection, traceId, id);
                return Answer.Empty;
            },
            cancellationToken);
    }

    private static ValueTask<Answer> Fail(RpcCall call, CancellationToken cancellationToken) =>
        throw new InvalidDataException("This release has no assessments.");

    private static Answer Show(AssessmentRow row) => new(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("assessment");
        AssessmentJson.Write(writer, row);
        writer.WriteEndObject();
    });
}
