using System.Security.Cryptography.X509Certificates;
using ModelOps.Http;
using ModelOps.Http.Credentials;

namespace ModelOps.Mlflow;

/// <summary>What MLflow's environment variables say of how a server is called.</summary>
/// <param name="Http">Transport.</param>
/// <param name="Secrets">Texts that no message may show.</param>
/// <param name="Multipart">Large uploads.</param>
internal sealed record MlflowSettings(HttpSettings Http, SecretTexts Secrets, MultipartSettings Multipart)
{
    /// <summary>How slow a download may be.</summary>
    public DownloadLimits Download { get; init; } = new(Http.Timeout, DownloadLimits.UsualDeadline);

    /// <summary>The only certificate authorities to trust for every host; null for those of the system.</summary>
    public X509Certificate2Collection? StorageCertificates { get; init; }

    /// <summary>What else to say, as a sentence, where the server lets nobody in; empty for nothing.</summary>
    public string SignInHint { get; init; } = "";
}
