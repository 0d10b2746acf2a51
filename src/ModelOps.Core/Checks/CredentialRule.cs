using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>No file that describes or configures the model has a secret in it. The place is named, the value never.</summary>
internal sealed class CredentialRule : ICheckRule
{
    private const long MaxBytes = 1024 * 1024;

    private static readonly string[] Names = ["MLmodel", ".pypirc", ".netrc", "_netrc", ".condarc", ".npmrc", ".env"];
    private static readonly string[] Extensions = [".txt", ".yaml", ".yml", ".toml", ".cfg", ".ini", ".conf", ".in", ".lock"];

    // Files whose lines "password = ..." are what the program logs in with.
    private static readonly string[] PasswordFiles = [".pypirc", ".netrc", "_netrc", ".npmrc", ".env", "pip.conf", "pip.ini", "credentials"];

    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits) => model.Entries()
        .OfType<FileInfo>()
        .Where(file => file.LinkTarget is null && file.Length is > 0 and <= MaxBytes && IsRead(file.Name))
        .SelectMany(file => Check(file.FullName, PasswordFiles.Contains(file.Name)));

    private static bool IsRead(string name) =>
        Names.Contains(name) || PasswordFiles.Contains(name) || Extensions.Contains(Path.GetExtension(name).ToLowerInvariant());

    private static IEnumerable<Diagnostic> Check(string file, bool hasPasswords)
    {
        var isPypirc = false;
        foreach (var (index, line) in File.ReadLines(file, Encoding.UTF8).Index())
        {
            // The sections of a .pypirc under another name.
            isPypirc = line.TrimStart().StartsWith('[') ? line.Contains("pypi", StringComparison.OrdinalIgnoreCase) : isPypirc;
            if (KnownSecrets.IndexIn(line) is var at and >= 0)
            {
                yield return At("a password or a token", file, index, at);
            }
            else if ((hasPasswords || isPypirc) && KnownSecrets.IndexOfPassword(line) is var password and >= 0)
            {
                yield return At("a password", file, index, password);
            }
        }
    }

    private static Diagnostic At(string what, string file, int index, int column) => CheckDiagnostics.Credentials.At(
        $"Line {index + 1} of '{Path.GetFileName(file)}' has {what} in it, at column {column + 1}.", new(file, index + 1, column + 1));
}
