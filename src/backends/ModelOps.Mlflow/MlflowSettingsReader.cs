using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Http.Credentials;

namespace ModelOps.Mlflow;

/// <summary>Reads MLflow's own environment variables, with MLflow's defaults and precedence.</summary>
internal static class MlflowSettingsReader
{
    private const string Insecure = "MLFLOW_TRACKING_INSECURE_TLS";
    private const string ServerCertificates = "MLFLOW_TRACKING_SERVER_CERT_PATH";

    /// <summary>Reads the settings.</summary>
    /// <param name="context">Environment variables, masking and reporting.</param>
    /// <exception cref="ModelOpsException">
    /// Values that are not understood or do not go together, all of them (MOP0002, MOP0004, MOP0005, MOP2102).
    /// </exception>
    public static MlflowSettings Read(BackendContext context)
    {
        var variables = new VariableReader(context.Environment);
        var secrets = new SecretTexts(context.Mask);
        var signIn = new MlflowSignIn(context, variables, secrets);
        var insecure = variables.Flag(Insecure);
        if (insecure && variables.Text(ServerCertificates) is not null)
        {
            variables.Report(InputDiagnostics.Conflict, $"{Insecure} and {ServerCertificates} exclude each other: unset one of them.");
        }

        var http = new HttpSettings
        {
            Timeout = TimeSpan.FromSeconds(variables.Number("MLFLOW_HTTP_REQUEST_TIMEOUT", 120, 1, 86_400)),
            // MLflow allows 10; more than 8 tries of one call help nobody.
            MaxRetries = (int)Math.Min(7, variables.Number("MLFLOW_HTTP_REQUEST_MAX_RETRIES", 7, 0, 10)),
            Backoff = TimeSpan.FromSeconds(variables.Number("MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR", 2, 0, 120)),
            OnRepeat = context.Progress.Note,
            Log = context.Log,
            InsecureTls = insecure,
            ServerCertificates = variables.Certificate(ServerCertificates, CertificateFiles.ReadAuthorities),
            ClientCertificate = variables.Certificate("MLFLOW_TRACKING_CLIENT_CERT_PATH", CertificateFiles.ReadClient),
            Credentials = signIn.Read(),
            Headers = ReadHeaders(variables),
        };
        var multipart = new MultipartSettings(
            variables.Flag("MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD"),
            variables.Number("MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE", 524_288_000, 1, long.MaxValue),
            variables.Number("MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE", 10_485_760, 1, int.MaxValue));
        var hint = signIn.ReportPlugin();
        variables.ThrowIfAny();
        return new(http, secrets, multipart) { SignInHint = hint };
    }

    private static KeyValuePair<string, string>[] ReadHeaders(VariableReader variables)
    {
        if (variables.Text("MLFLOW_WORKSPACE") is not { } workspace)
        {
            return [];
        }

        if (!HeaderText.IsValue(workspace))
        {
            variables.Report(InputDiagnostics.Invalid, "MLFLOW_WORKSPACE: expected printable ASCII characters only.");
            return [];
        }

        return [new("X-MLFLOW-WORKSPACE", workspace)];
    }
}
