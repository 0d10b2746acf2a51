using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Hosting;

/// <summary>Answers about methods as MLflow's web framework gives them: every path has OPTIONS, and a refusal names all methods of the path.</summary>
internal static class MethodAnswers
{
    /// <summary>Completes an answer of 405.</summary>
    public static void Complete(HttpContext http, Behavior behavior)
    {
        var response = http.Response;
        if (response.StatusCode != StatusCodes.Status405MethodNotAllowed || response.HasStarted || response.Headers.Allow.Count == 0)
        {
            return;
        }

        response.Headers.Allow = $"{response.Headers.Allow}, OPTIONS";
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            response.StatusCode = behavior == Behavior.Mlflow2 ? StatusCodes.Status200OK : StatusCodes.Status204NoContent;
            response.ContentType = "text/html; charset=utf-8";
        }
    }
}
