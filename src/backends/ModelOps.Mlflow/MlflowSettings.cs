using ModelOps.Http;
using ModelOps.Http.Credentials;

namespace ModelOps.Mlflow;

/// <summary>What MLflow's environment variables say of how a server is called.</summary>
/// <param name="Http">Transport.</param>
/// <param name="Secrets">Texts that no message may show.</param>
/// <param name="Multipart">Large uploads.</param>
internal sealed record MlflowSettings(HttpSettings Http, SecretTexts Secrets, MultipartSettings Multipart)
{
    /// <summary>What else to say, as a sentence, where the server lets nobody in; empty for nothing.</summary>
    public string SignInHint { get; init; } = "";
}
