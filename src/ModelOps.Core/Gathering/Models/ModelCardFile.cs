using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Models;

namespace ModelOps.Core.Gathering.Models;

/// <summary>Reads the model card, from the repository or from the model.</summary>
internal static class ModelCardFile
{
    /// <summary>Begins the path of a card that is in the model directory.</summary>
    public const string InModel = "model:";

    private const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the card.</summary>
    /// <param name="card">Path as modelops.yml has it.</param>
    /// <param name="root">Directory of modelops.yml.</param>
    /// <param name="model">The model's files; null when they could not be had.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="ModelOpsException">It is not there, no plain file, too large or no UTF-8 (MOP0004).</exception>
    public static async Task<string> ReadAsync(string card, string root, ModelDirectory? model, CancellationToken cancellationToken)
    {
        var path = Find(card, root, model) ?? throw Problem(card, "there is no plain file of that path");
        if (new FileInfo(path).Length > MaxBytes)
        {
            throw Problem(card, $"it has more than {MaxBytes / 1024} KiB");
        }

        try
        {
            return Strict.GetString(await File.ReadAllBytesAsync(path, cancellationToken)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw Problem(card, "it is not UTF-8");
        }
    }

    private static string? Find(string card, string root, ModelDirectory? model)
    {
        if (card.StartsWith(InModel, StringComparison.Ordinal))
        {
            var below = card[InModel.Length..].TrimStart('/');
            return model is not null && model.Find(below) == EntryKind.File ? model.FullPath(below) : null;
        }

        return SafeRelativePath.TryValidate(card, out _) && CheckedFile.IsPlain(root, Path.GetFullPath(card, root)) ? Path.GetFullPath(card, root) : null;
    }

    private static ModelOpsException Problem(string card, string what) =>
        new(ExitCode.BadInput, InputDiagnostics.PathMissing.At($"The model card '{card}' cannot be read: {what}."));
}
