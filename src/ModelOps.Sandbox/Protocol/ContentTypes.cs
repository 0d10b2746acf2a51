namespace ModelOps.Sandbox.Protocol;

/// <summary>Which content types a request may have. Source: mlflow/server/validation.py.</summary>
internal static class ContentTypes
{
    private const string Json = "application/json";

    /// <summary>Whether a request says that it is JSON. Parameters such as the character set do not matter.</summary>
    public static bool IsJson(HttpRequest request) => request.ContentType?.Split(';')[0] == Json;

    /// <summary>Refuses a POST or PUT that does not say that it is JSON.</summary>
    /// <exception cref="MlflowFault">The header is missing or names another type.</exception>
    public static void RequireJson(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) && !HttpMethods.IsPut(request.Method))
        {
            return;
        }

        if (string.IsNullOrEmpty(request.ContentType))
        {
            throw MlflowFault.Invalid("Bad Request. Content-Type header is missing.");
        }

        if (!IsJson(request))
        {
            throw MlflowFault.Invalid($"Bad Request. Content-Type must be one of ['{Json}'].");
        }
    }
}
