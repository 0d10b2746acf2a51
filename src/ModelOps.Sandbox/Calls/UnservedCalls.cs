namespace ModelOps.Sandbox.Calls;

/// <summary>Paths that MLflow's server knows and does not serve: it answers 404 without a body, where it answers other unknown paths with its page.</summary>
internal static class UnservedCalls
{
    private static readonly (string Method, string Path)[] All = [("POST", "2.0mlflow/experiments/search-datasets")];

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (method, path) in All)
        {
            routes.MapMethods("/api/" + path, [method], AnswerAsync);
            routes.MapMethods("/ajax-api/" + path, [method], AnswerAsync);
        }
    }

    private static Task AnswerAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/html; charset=utf-8";
        return Task.CompletedTask;
    }
}
