using System.Net;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;

namespace ModelOps.Mlflow;

/// <summary>Tells refusals apart by the words that MLflow itself has for them: advice about tokens helps nobody whom a proxy has turned away.</summary>
internal static class MlflowRefusal
{
    private const int MaxLooked = 4096;
    private const int MaxProduct = 60;

    /// <summary>Whether every further try would get the same answer: what the server was started without it will not have in a second.</summary>
    public static bool IsFinal(HttpAnswer answer) =>
        !answer.IsSuccess && TextOf(answer) is var text
        && (text.Contains("--no-serve-artifacts", StringComparison.Ordinal) || text.Contains("--artifacts-only", StringComparison.Ordinal));

    /// <summary>The kind of a refusal; null for one without a kind of its own.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isMlflows">Whether it has MLflow's form of an error.</param>
    public static DiagnosticDescriptor? KindOf(HttpAnswer answer, bool isMlflows) => answer.Status switch
    {
        HttpStatusCode.Unauthorized => RegistryDiagnostics.Unauthorized,
        HttpStatusCode.ProxyAuthenticationRequired => NetworkDiagnostics.Proxy,
        HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.RequestHeaderFieldsTooLarge => NetworkDiagnostics.RequestTooLarge,
        HttpStatusCode.Forbidden when isMlflows => RegistryDiagnostics.Unauthorized,
        HttpStatusCode.Forbidden => Forbidden(TextOf(answer).Trim()),
        _ => TextOf(answer).Contains("--no-serve-artifacts", StringComparison.Ordinal) ? NetworkDiagnostics.ArtifactsOff : null,
    };

    /// <summary>Product that answered, by its own header; empty where it says none, or anything but a name.</summary>
    public static string ProductOf(HttpAnswer answer) =>
        answer.Headers.NonValidated.TryGetValues("Server", out var values) && values.ToString() is { Length: > 0 and <= MaxProduct } product
        && product.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_' or ' ') ? product : "";

    // MLflow's app for sign-in answers in plain text: mlflow/server/auth and mlflow/server/security.
    private static DiagnosticDescriptor Forbidden(string text) => text switch
    {
        "Permission denied" => RegistryDiagnostics.Unauthorized,
        _ when text.StartsWith("Invalid Host header", StringComparison.Ordinal) => NetworkDiagnostics.HostNotAllowed,
        _ => NetworkDiagnostics.ForbiddenOnTheWay,
    };

    private static string TextOf(HttpAnswer answer) => Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, MaxLooked)));
}
