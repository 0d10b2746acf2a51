using System.Net;
using System.Text;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Http.Credentials;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Turns failed calls into diagnostics.</summary>
/// <param name="server">The server, for messages.</param>
/// <param name="secrets">Texts that no message may show, even when the server repeats them.</param>
/// <param name="signInHint">What else to say, as a sentence, where the server lets nobody in; empty for nothing.</param>
internal sealed class MlflowErrors(ServerUri server, SecretTexts secrets, string signInHint)
{
    private const int MaxWords = 500;

    // Far more than is shown: a secret must be seen as a whole to be hidden, and a token has some thousand letters.
    private const int MaxBody = 64 * 1024;

    private static readonly string[] KnownCodes =
        ["RESOURCE_DOES_NOT_EXIST", "NOT_FOUND", "RESOURCE_ALREADY_EXISTS", "ALREADY_EXISTS", "NOT_IMPLEMENTED", "ENDPOINT_NOT_FOUND"];

    /// <summary>Whether the failure says that what was asked for does not exist.</summary>
    public static bool IsMissing(ModelOpsException exception) => CodeOf(exception) is "RESOURCE_DOES_NOT_EXIST" or "NOT_FOUND";

    /// <summary>Whether the failure says that what was to be created exists already.</summary>
    public static bool AlreadyExists(ModelOpsException exception) => CodeOf(exception) is "RESOURCE_ALREADY_EXISTS" or "ALREADY_EXISTS";

    /// <summary>Whether the server lets nobody in, or not as far as this.</summary>
    public static bool IsForbidden(ModelOpsException exception) => exception.Diagnostics.Any(found => found.Descriptor == RegistryDiagnostics.Unauthorized);

    /// <summary>Whether the server may have done what the call asked for.</summary>
    public static bool MayHaveHappened(ModelOpsException exception) =>
        exception.InnerException is MlflowCallException { MayHaveHappened: true };

    /// <summary>Whether the server does not have the call for its artifact store.</summary>
    public static bool IsNotImplemented(ModelOpsException exception) => CodeOf(exception) is "NOT_IMPLEMENTED" or "ENDPOINT_NOT_FOUND";

    /// <summary>No answer came.</summary>
    public ModelOpsException Unreachable(HttpCall call, HttpCallException failure) => Fail(
        RegistryDiagnostics.Unreachable,
        $"{Describe(call)} got no answer, tried {failure.Tries} {(failure.Tries == 1 ? "time" : "times")}: {Words(failure.Message)}.",
        new("", failure.MayHaveHappened, failure));

    /// <summary>The answer is not what the API promises.</summary>
    public ModelOpsException Unexpected(HttpCall call, HttpAnswer answer, string problem) => Fail(
        RegistryDiagnostics.UnexpectedAnswer,
        $"{Describe(call)} answered {(int)answer.Status} {problem}{Quote(answer)}.",
        new("", MayHaveHappened(answer.Status)));

    /// <summary>The answer is an error.</summary>
    public ModelOpsException Refused(HttpCall call, HttpAnswer answer)
    {
        var error = ReadError(answer);
        if ((int)answer.Status is >= 300 and < 400)
        {
            var target = answer.Headers.Location is { IsAbsoluteUri: true } location ? location.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "itself";
            return Unexpected(call, answer, $"and a redirect to {Words(target)}, which is not followed: set the final URI");
        }

        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            var message = Describe(call, answer, error);
            return Fail(RegistryDiagnostics.Unauthorized, signInHint.Length == 0 ? message : $"{message} {signInHint}", new(CodeOf(error), mayHaveHappened: false));
        }

        if (error is null && answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            var code = answer.Status == HttpStatusCode.NotFound ? "ENDPOINT_NOT_FOUND" : "";
            return Fail(
                RegistryDiagnostics.UnexpectedAnswer,
                $"{Describe(call)} answered {(int)answer.Status} without MLflow's error form: "
                + $"the server does not know the call, or the URI is not that of an MLflow server{Quote(answer)}.",
                new(code, mayHaveHappened: false));
        }

        return Fail(RegistryDiagnostics.ServerError, Describe(call, answer, error), new(error is null ? FallbackCode(answer) : CodeOf(error), MayHaveHappened(answer.Status)));
    }

    /// <summary>Text from the server in a form that a message can carry: one line, bounded, without secrets.</summary>
    public string Words(string text) => OneLine(secrets.Hide(text));

    private static string CodeOf(ModelOpsException exception) => (exception.InnerException as MlflowCallException)?.ErrorCode ?? "";

    // Only codes on which something depends: what else stands there may be anything, and exceptions are printed.
    private static string CodeOf(WireError? error) => Array.Find(KnownCodes, code => code == error?.ErrorCode) ?? "";

    // 429 comes before any work is done, as do all refusals; only failures of the server or of a proxy leave it open.
    private static bool MayHaveHappened(HttpStatusCode status) =>
        status == HttpStatusCode.RequestTimeout || (int)status >= 500 || (int)status is >= 200 and < 300;

    private static string FallbackCode(HttpAnswer answer) => answer.Status == HttpStatusCode.NotImplemented ? "NOT_IMPLEMENTED" : "";

    private static WireError? ReadError(HttpAnswer answer)
    {
        try
        {
            var error = JsonSerializer.Deserialize(answer.Body, WireJson.Mlflow.WireError);
            return error?.ErrorCode is null ? null : error;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ModelOpsException Fail(DiagnosticDescriptor descriptor, string message, MlflowCallException cause) =>
        new(ExitCode.RemoteFailure, descriptor.At(message), cause);

    private static string OneLine(string text)
    {
        var words = new StringBuilder();
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            words.Append(Rune.IsControl(rune) ? " " : rune.ToString());
            if (words.Length >= MaxWords)
            {
                return words.Append('…').ToString();
            }
        }

        return words.ToString().TrimEnd('.');
    }

    private string Describe(HttpCall call, HttpAnswer answer, WireError? error) => error is null
        ? $"{Describe(call)} answered {(int)answer.Status}{Quote(answer)}."
        : $"{Describe(call)} answered {(int)answer.Status} {Words(error.ErrorCode!)}: {Words(error.Message ?? "")}.";

    private string Describe(HttpCall call) => $"{call.Method} {call.Uri.AbsolutePath} of {server.Uri.Host}";

    private string Quote(HttpAnswer answer)
    {
        var text = Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, MaxBody)));
        var words = OneLine(answer.Body.Length > MaxBody ? secrets.HideCut(text) : secrets.Hide(text));
        return words.Length == 0 ? "" : $", beginning with: {words}";
    }
}
