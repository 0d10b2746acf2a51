using System.Globalization;
using System.Security.Cryptography;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Mlflow;

/// <summary>
/// Reads MLflow's environment variables and collects what is wrong with them. A value is never repeated in a message: it may be secret.
/// </summary>
internal sealed class VariableReader(IEnvironment environment)
{
    private readonly List<Diagnostic> _problems = [];

    /// <summary>Value of a variable; null when it is not set or empty.</summary>
    public string? Text(string name) => environment.Get(name) is { Length: > 0 } value ? value : null;

    /// <summary>A whole number within bounds.</summary>
    public long Number(string name, long fallback, long min, long max)
    {
        if (Text(name) is not { } text)
        {
            return fallback;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Report(InputDiagnostics.Invalid, $"{name}: expected a whole number from {min} to {max}.");
        return fallback;
    }

    /// <summary>A yes or no, as MLflow writes it; no when the variable is not set.</summary>
    public bool Flag(string name)
    {
        switch (Text(name)?.ToLowerInvariant())
        {
            case null or "false" or "0":
                return false;
            case "true" or "1":
                return true;
            default:
                Report(InputDiagnostics.Invalid, $"{name}: expected true or false.");
                return false;
        }
    }

    /// <summary>What is in the certificate file that a variable names; null when it names none.</summary>
    public T? Certificate<T>(string name, Func<string, T> read)
        where T : class
    {
        if (Text(name) is not { } path)
        {
            return null;
        }

        try
        {
            return read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(InputDiagnostics.PathMissing, $"{name} names the file '{path}', which cannot be read: {exception.Message}");
        }
        catch (CryptographicException exception)
        {
            Report(InputDiagnostics.Invalid, $"{name} names the file '{path}'. Expected certificates in PEM form, and the key with a client's; found: {exception.Message}");
        }

        return null;
    }

    /// <summary>Adds a problem.</summary>
    public void Report(DiagnosticDescriptor descriptor, string message) => _problems.Add(descriptor.At(message));

    /// <summary>Adds the problems of a failure.</summary>
    public void Report(ModelOpsException failure) => _problems.AddRange(failure.Diagnostics);

    /// <summary>Fails with all problems at once.</summary>
    /// <exception cref="ModelOpsException">There is one.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, _problems);
        }
    }
}
