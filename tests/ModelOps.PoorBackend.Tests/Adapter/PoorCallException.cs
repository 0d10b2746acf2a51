using System.Net;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Http.Credentials;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>The server's own word for a failure.</summary>
internal sealed class PoorCallException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>A bad answer in the words of the diagnostic catalogue.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="secrets">What the server may repeat and nobody may show.</param>
    public static ModelOpsException Of(HttpCall call, HttpAnswer answer, SecretTexts secrets)
    {
        var error = JsonDocument.Parse(answer.Body).RootElement;
        var cause = new PoorCallException(secrets.Hide(error.GetProperty("error").GetString()!), secrets.Hide(error.GetProperty("message").GetString()!));
        var descriptor = cause.Code switch
        {
            "NO_MODEL" => RegistryDiagnostics.ModelMissing,
            "NO_VERSION" => RegistryDiagnostics.VersionMissing,
            _ when answer.Status == HttpStatusCode.Unauthorized => RegistryDiagnostics.Unauthorized,
            _ => RegistryDiagnostics.ServerError,
        };
        return new(ExitCode.RemoteFailure, descriptor.At($"{call.Method} {call.Uri.AbsolutePath} answered {(int)answer.Status}: {cause.Message}"), cause);
    }
}
