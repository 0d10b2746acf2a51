using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Http.Ini;

/// <summary>A file with secrets of the user. Read within bounds, and without waiting for a pipe; nothing of its text is in any message.</summary>
internal sealed class SecretFile
{
    private const int MaxBytes = 64 * 1024;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _path;

    private SecretFile(string path, IniFile content, bool isOpenToOthers) => (_path, Content, IsOpenToOthers) = (path, content, isOpenToOthers);

    /// <summary>What stands in it.</summary>
    public IniFile Content { get; }

    /// <summary>Whether other users of the machine may read it.</summary>
    public bool IsOpenToOthers { get; }

    /// <summary>Reads a file; null when there is none.</summary>
    /// <param name="path">An absolute path.</param>
    /// <exception cref="ModelOpsException">It cannot be read, or is not understood (MOP2102).</exception>
    public static SecretFile? Read(string path)
    {
        try
        {
            return Exists(path) ? Open(path) : null;
        }
        catch (IniException exception)
        {
            throw Refuse(path, exception);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse(path, new(0, "it is not UTF-8 text"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refuse(path, new(0, $"it cannot be read: {exception.Message.TrimEnd('.')}"));
        }
    }

    /// <summary>A value, with doubled percent signs made one; null when it is not there or empty.</summary>
    /// <param name="section">Name of the section.</param>
    /// <param name="key">Name of the key.</param>
    /// <exception cref="ModelOpsException">The value is not understood (MOP2102).</exception>
    public string? Find(string section, string key)
    {
        try
        {
            return Content.Find(section, key)?.Unescape() is { Length: > 0 } value ? value : null;
        }
        catch (IniException exception)
        {
            throw Refuse(_path, exception);
        }
    }

    /// <summary>The warning for a file that others can read.</summary>
    public Diagnostic DescribeOpen() => CredentialDiagnostics.FileOpenToOthers.At($"'{_path}' can be read by other users of this machine.", new(_path));

    private static ModelOpsException Refuse(string path, IniException problem) => new(
        ExitCode.BadInput,
        CredentialDiagnostics.FileNotUnderstood.At(
            problem.Line == 0 ? $"'{path}' is not used: {problem.Message}." : $"'{path}', line {problem.Line}: {problem.Message}.",
            new(path, problem.Line)));

    private static bool Exists(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IniException(0, "it is a directory");
        }

        return File.Exists(path) && (SpecialFile.DescribeTarget(path) is { } kind ? throw new IniException(0, $"it is {kind}, not a file") : true);
    }

    private static SecretFile Open(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[MaxBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MaxBytes)
        {
            throw new IniException(0, $"it has more than {MaxBytes} bytes");
        }

        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, length).TrimStart('\uFEFF');
        // Of the open file: a link to it says nothing.
        var isOpen = !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & Others) != 0;
        return new(path, IniFile.Parse(text), isOpen);
    }
}
