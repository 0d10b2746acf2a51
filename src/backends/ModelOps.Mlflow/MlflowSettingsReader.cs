using System.Net.Http.Headers;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Http;

namespace ModelOps.Mlflow;

/// <summary>Reads MLflow's own environment variables, with MLflow's defaults and precedence.</summary>
internal static class MlflowSettingsReader
{
    private const string User = "MLFLOW_TRACKING_USERNAME";
    private const string Password = "MLFLOW_TRACKING_PASSWORD";
    private const string Token = "MLFLOW_TRACKING_TOKEN";
    private const string Insecure = "MLFLOW_TRACKING_INSECURE_TLS";
    private const string ServerCertificates = "MLFLOW_TRACKING_SERVER_CERT_PATH";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ModelOpsException">Values that are not understood or do not go together, all of them (MOP0002, MOP0004, MOP0005).</exception>
    public static MlflowSettings Read(IEnvironment environment)
    {
        var variables = new VariableReader(environment);
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
            InsecureTls = insecure,
            ServerCertificates = variables.Certificate(ServerCertificates, CertificateFiles.ReadAuthorities),
            ClientCertificate = variables.Certificate("MLFLOW_TRACKING_CLIENT_CERT_PATH", CertificateFiles.ReadClient),
            Authorization = ReadCredentials(variables),
            Headers = ReadHeaders(variables),
        };
        var multipart = new MultipartSettings(
            variables.Flag("MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD"),
            variables.Number("MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE", 524_288_000, 1, long.MaxValue),
            variables.Number("MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE", 10_485_760, 1, int.MaxValue));
        variables.ThrowIfAny();
        return new(http, FindSecrets(variables, http.Authorization), multipart);
    }

    // MLflow's documentation gives the token precedence; its code, which servers and users rely on, gives it to the complete pair.
    private static AuthenticationHeaderValue? ReadCredentials(VariableReader variables)
    {
        if (variables.Text(User) is { } user && variables.Text(Password) is { } password)
        {
            return new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        }

        return variables.Text(Token) is { } token ? ReadToken(variables, token) : null;
    }

    private static AuthenticationHeaderValue? ReadToken(VariableReader variables, string token)
    {
        if (token.All(letter => letter is > ' ' and < '\x7f'))
        {
            return new("Bearer", token);
        }

        variables.Report(InputDiagnostics.Invalid, $"{Token}: expected visible ASCII characters only; found a blank, a line break or another character.");
        return null;
    }

    private static KeyValuePair<string, string>[] ReadHeaders(VariableReader variables)
    {
        if (variables.Text("MLFLOW_WORKSPACE") is not { } workspace)
        {
            return [];
        }

        if (!workspace.All(letter => letter is >= ' ' and < '\x7f'))
        {
            variables.Report(InputDiagnostics.Invalid, "MLFLOW_WORKSPACE: expected printable ASCII characters only.");
            return [];
        }

        return [new("X-MLFLOW-WORKSPACE", workspace)];
    }

    private static string[] FindSecrets(VariableReader variables, AuthenticationHeaderValue? authorization) =>
        [.. new[] { variables.Text(Password), variables.Text(Token), authorization?.Parameter }.OfType<string>().Distinct(StringComparer.Ordinal)];
}
