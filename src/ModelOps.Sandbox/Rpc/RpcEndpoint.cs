using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Rpc;

/// <summary>One call of MLflow's API: where it is, what is sent, what is done.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the version, such as <c>mlflow/runs/get</c>; <c>{name}</c> is a value.</param>
/// <param name="Shape">Fields of the request.</param>
/// <param name="Rules">Checks of the request, in their order.</param>
/// <param name="Handle">Does the work; throws <see cref="MlflowFault"/> where the call is refused.</param>
internal sealed record RpcEndpoint(string Method, string Path, MessageShape Shape, IReadOnlyList<ParameterRules> Rules, Func<RpcCall, CancellationToken, ValueTask<Answer>> Handle)
{
    /// <summary>The only release that has the call; null when all have it.</summary>
    public Behavior? Only { get; init; }

    /// <summary>Major version in the path.</summary>
    public int Version { get; init; } = 2;

    /// <summary>Whether the call is served below <c>/ajax-api</c> only.</summary>
    public bool IsUserInterfaceOnly { get; init; }

    /// <summary>All paths of the call.</summary>
    public IEnumerable<string> Routes => IsUserInterfaceOnly
        ? [$"/ajax-api/{Version}.0/{Path}"]
        : [$"/api/{Version}.0/{Path}", $"/ajax-api/{Version}.0/{Path}"];

    /// <summary>Reads, checks, does and answers.</summary>
    public async Task RunAsync(HttpContext http, ServerContext server)
    {
        var cancellationToken = http.RequestAborted;
        var request = new Message();
        using (var document = await RequestReader.ReadAsync(http.Request, Shape, cancellationToken))
        {
            var wasRead = MessageParser.TryRead(document.RootElement, Shape, request);
            RequestChecker.Check(document.RootElement, Rules, wasRead);
        }

        var answer = await Handle(new(request, server, http.Request.RouteValues) { Address = $"{http.Request.Scheme}://{http.Request.Host}" }, cancellationToken);
        await AnswerJson.WriteAsync(http.Response, answer, cancellationToken);
    }
}
