using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Mlflow;

/// <summary>MLflow servers by their <c>http:</c> or <c>https:</c> URI, versions 2.x and 3.x.</summary>
public sealed class MlflowBackend : IBackend
{
    /// <inheritdoc />
    public BackendDescriptor Descriptor { get; } = new()
    {
        Name = "MLflow server",
        Schemes = ["http", "https"],
        AddressForm = "http(s)://host[:port][/prefix]",
        SignIn = "Expected credentials in MLFLOW_TRACKING_TOKEN, or in MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.",
        SecretVariables = ["MLFLOW_TRACKING_TOKEN", "MLFLOW_TRACKING_PASSWORD"],
        ClientVariables =
        [
            "MLFLOW_TRACKING_TOKEN", "MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD", "MLFLOW_TRACKING_INSECURE_TLS",
            "MLFLOW_TRACKING_SERVER_CERT_PATH", "MLFLOW_TRACKING_CLIENT_CERT_PATH", "MLFLOW_WORKSPACE",
        ],
    };

    /// <summary>
    /// Connects to a server; nothing is sent yet. Credentials, certificates, timeout and retries come from MLflow's own environment variables.
    /// </summary>
    /// <param name="address">Where it is.</param>
    /// <param name="context">Environment, clock, masking and reporting.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelOpsException">The URI (MOP2001) or a variable (MOP0002, MOP0004, MOP0005) is not usable, or the credentials file is not understood (MOP2102).</exception>
    public Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken)
    {
        var server = ServerUri.Parse(address.Uri);
        var settings = MlflowSettingsReader.Read(context);
        var hint = settings.SignInHint.Length == 0 ? Descriptor.SignIn : settings.SignInHint;
        return Task.FromResult<IBackendConnection>(new MlflowConnection(server, address, settings with { SignInHint = hint }, context.Time));
    }
}
