using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Lists the files below a path of the server, directory by directory, within bounds that no model comes near.</summary>
/// <param name="client">The server.</param>
/// <param name="root">Checked path below the server's artifact root; empty for that itself.</param>
internal sealed class ProxiedListing(MlflowClient client, string root)
{
    private const int MaxEntries = 100_000;
    private const int MaxDirectories = 20_000;
    private const int MaxDepth = 64;

    private readonly SearchBudget _budget = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _directories = new([""]);

    /// <summary>The files.</summary>
    /// <exception cref="ModelOpsException">A name is not safe (MOP2009), a size impossible or an entry there twice (MOP2005), or there is no end (MOP2120).</exception>
    public async Task<IReadOnlyList<ContentFile>> ReadAsync(CancellationToken cancellationToken)
    {
        var files = new List<ContentFile>();
        long bytes = 0;
        for (var read = 0; _directories.TryDequeue(out var directory); read++)
        {
            if (read >= MaxDirectories)
            {
                throw SearchBudget.NoEnd($"The server lists more than {MaxDirectories} directories below '{root}'.");
            }

            foreach (var entry in WireNumbers.Items(await ReadAsync(ProxiedArtifacts.Join(root, directory), cancellationToken), "an artifact"))
            {
                var path = PathOf(entry, directory);
                if (entry.IsDir)
                {
                    _directories.Enqueue(path);
                    continue;
                }

                var size = WireNumbers.Size(entry.FileSize, path);
                bytes = WireNumbers.Sum(bytes, size, root);
                files.Add(new(path, size));
            }
        }

        return files;
    }

    private string PathOf(WireFile entry, string directory)
    {
        var path = ProxiedArtifacts.Join(directory, WireReader.Required(entry.Path, "the name of an artifact"));
        if (!SafeRelativePath.TryValidate(path, out var problem) || entry.Path!.Contains('/', StringComparison.Ordinal))
        {
            throw new ModelOpsException(ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At(
                $"The server lists an artifact '{path}' that {(problem.Length > 0 ? problem : "has a path where a name is expected")}."));
        }

        if (path.AsSpan().Count('/') >= MaxDepth)
        {
            throw SearchBudget.NoEnd($"The server lists directories more than {MaxDepth} deep below '{root}'.");
        }

        if (!_seen.Add(path))
        {
            throw new ModelOpsException(ExitCode.RemoteFailure, RegistryDiagnostics.UnexpectedAnswer.At($"The server lists '{path}' below '{root}' twice."));
        }

        return _seen.Count <= MaxEntries ? path : throw SearchBudget.NoEnd($"The server lists more than {MaxEntries} artifacts below '{root}'.");
    }

    private async Task<IReadOnlyList<WireFile>?> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        var query = directory.Length == 0 ? "" : $"?path={Uri.EscapeDataString(directory)}";
        try
        {
            return (await client.GetPageAsync($"/mlflow-artifacts/artifacts{query}", WireJson.Mlflow.FileListAnswer, _budget, cancellationToken)).Files;
        }
        catch (ModelOpsException exception) when (MlflowErrors.IsMissing(exception))
        {
            return null;
        }
    }
}
