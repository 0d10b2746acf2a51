using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Issues;

/// <summary>Calls that make, read and change issues.</summary>
internal static class IssueCalls
{
    private static readonly ParameterRules Id = ParameterRules.RequiredText("issue_id");

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        Call(
            "POST",
            "",
            new(
                Field.Text("experiment_id"),
                Field.Text("name"),
                Field.Text("description"),
                Field.Text("status"),
                Field.Text("severity"),
                Field.Text("root_causes").Many,
                Field.Text("source_run_id"),
                Field.Text("created_by"),
                Field.Text("categories").Many),
            [
                ParameterRules.RequiredText("experiment_id"),
                ParameterRules.RequiredText("name"),
                ParameterRules.RequiredText("description"),
                ParameterRules.Text("status"),
                ParameterRules.Text("severity"),
                new("root_causes", Rule.List),
                ParameterRules.Text("source_run_id"),
                ParameterRules.Text("created_by"),
                new("categories", Rule.List),
            ],
            CreateAsync),
        Call("GET", "/{issue_id}", MessageShape.Empty, [], Get),
        Call(
            "PATCH",
            "/{issue_id}",
            new(Field.Text("issue_id"), Field.Text("status"), Field.Text("name"), Field.Text("description"), Field.Text("severity")),
            [Id, ParameterRules.Text("status"), ParameterRules.Text("name"), ParameterRules.Text("description"), ParameterRules.Text("severity")],
            UpdateAsync),
        IssueSearch.Endpoint,
    ];

    /// <summary>A call about issues.</summary>
    public static RpcEndpoint Call(
        string method, string path, MessageShape shape, IReadOnlyList<ParameterRules> rules, Func<RpcCall, CancellationToken, ValueTask<Answer>> handle) =>
        new(method, $"mlflow/issues{path}", shape, rules, handle) { Version = 3, Only = Behavior.Mlflow3 };

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var (status, severity, now) = (IssueWords.Status(request.Text("status")), IssueWords.Severity(request.Text("severity")), call.Server.Now);
        var issue = await call.WriteAsync(
            connection =>
            {
                var experiment = ExperimentState.RequireActive(connection, ExperimentId.Parse(request.Text("experiment_id"), call.Server.Behavior));
                var row = new IssueRow(
                    $"iss-{Guid.NewGuid():N}", experiment.Id, request.Text("name"), request.Text("description"), status ?? IssueWords.Pending)
                {
                    Severity = severity,
                    RootCauses = ListOrNull(request.Texts("root_causes")),
                    SourceRunId = request.Text("source_run_id").NullIfEmpty(),
                    Categories = ListOrNull(request.Texts("categories")),
                    CreatedBy = request.Text("created_by").NullIfEmpty(),
                };
                IssueWrites.Insert(connection, row, now);
                return IssueReader.Require(connection, row.Id);
            },
            cancellationToken);
        return Of(issue);
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken) =>
        new(Of(call.Server.Store.Read(connection => IssueReader.Require(connection, call.PathValue("issue_id")))));

    private static async ValueTask<Answer> UpdateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (request, id, now) = (call.Request, call.PathValue("issue_id"), call.Server.Now);
        var (status, severity) = (IssueWords.Status(request.Text("status")), IssueWords.Severity(request.Text("severity")));
        var issue = await call.WriteAsync(
            connection =>
            {
                IssueWrites.Update(
                    connection, id, status, request.Text("name").NullIfEmpty(), request.Text("description").NullIfEmpty(), severity, now);
                return IssueReader.Require(connection, id);
            },
            cancellationToken);
        return Of(issue);
    }

    private static Answer Of(WireIssue issue) => Answer.Of(new(issue), IssueJson.Default.IssueAnswer);

    private static string? ListOrNull(IReadOnlyList<string> items) =>
        items.Count == 0 ? null : $"[{string.Join(", ", items.Select(PythonJson.Quote))}]";
}
