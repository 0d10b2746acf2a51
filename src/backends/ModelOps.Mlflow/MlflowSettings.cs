using ModelOps.Http;

namespace ModelOps.Mlflow;

/// <summary>What MLflow's environment variables say of how a server is called.</summary>
/// <param name="Http">Transport.</param>
/// <param name="Secrets">Texts that no message may show.</param>
/// <param name="Multipart">Large uploads.</param>
internal sealed record MlflowSettings(HttpSettings Http, IReadOnlyList<string> Secrets, MultipartSettings Multipart);
