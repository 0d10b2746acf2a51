using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http.Credentials;
using ModelOps.Http.Ini;

namespace ModelOps.Mlflow;

/// <summary>
/// Finds credentials where MLflow's client does: its variables, then <c>~/.mlflow/credentials</c>. Each variable counts before its own entry of the file
/// (<c>mlflow/utils/credentials.py</c>, <c>read_mlflow_creds</c>), and a user with a password, wherever they stand, before the token
/// (<c>mlflow/utils/rest_utils.py</c>, <c>http_request</c>; MLflow's documentation says the contrary, servers and users rely on the code).
/// </summary>
internal sealed class MlflowSignIn(BackendContext context, VariableReader variables, SecretTexts secrets)
{
    private const string User = "MLFLOW_TRACKING_USERNAME";
    private const string Password = "MLFLOW_TRACKING_PASSWORD";
    private const string Token = "MLFLOW_TRACKING_TOKEN";
    private const string Plugin = "MLFLOW_TRACKING_AUTH";
    private const string Section = "mlflow";

    /// <summary>The credentials; problems go to the reader of the variables.</summary>
    public StaticCredentials Read()
    {
        var (user, password) = ReadPair();
        var token = variables.Text(Token);
        // Also those that do not count: they are secrets all the same.
        secrets.Add(password ?? "");
        secrets.Add(token ?? "");
        var credentials = user is not null && password is not null ? StaticCredentials.Basic(user, password) : ReadToken(token);
        secrets.Add(credentials.Parameter ?? "");
        return credentials;
    }

    /// <summary>Reports a plugin for signing in that is asked for.</summary>
    /// <returns>What to say of it where the server lets nobody in; empty when there is none.</returns>
    public string ReportPlugin()
    {
        if (variables.Text(Plugin) is null)
        {
            return "";
        }

        var problem = $"{Plugin} is set: it names a plugin of MLflow's Python client, which the toolkit cannot run. Set {Token}, or {User} and {Password}, instead.";
        context.Report(CredentialDiagnostics.PluginIgnored.At(problem));
        return problem;
    }

    private (string? User, string? Password) ReadPair()
    {
        var (user, password) = (variables.Text(User), variables.Text(Password));
        if ((user is not null && password is not null) || FindFile() is not { } path)
        {
            return (user, password);
        }

        try
        {
            return Complete(user, password, SecretFile.Read(path));
        }
        catch (ModelOpsException exception)
        {
            variables.Report(exception);
            return (user, password);
        }
    }

    private (string? User, string? Password) Complete(string? user, string? password, SecretFile? file)
    {
        var fromFile = password is null ? file?.Find(Section, Password) : null;
        if (fromFile is not null && file!.IsOpenToOthers)
        {
            context.Report(file.DescribeOpen());
        }

        return (user ?? file?.Find(Section, User), password ?? fromFile);
    }

    // Who may not have the machine's secrets gets what the job was given: the address that the file's password goes to is theirs, too.
    private string? FindFile() =>
        !context.IsUntrusted
        && context.Environment.Get(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME") is { } home
        && Path.IsPathFullyQualified(home)
            ? Path.Combine(home, ".mlflow", "credentials")
            : null;

    private StaticCredentials ReadToken(string? token)
    {
        if (token is null)
        {
            return StaticCredentials.None;
        }

        if (HeaderText.IsToken(token))
        {
            return StaticCredentials.Bearer(token);
        }

        variables.Report(InputDiagnostics.Invalid, $"{Token}: expected visible ASCII characters only; found a blank, a line break or another character.");
        return StaticCredentials.None;
    }
}
