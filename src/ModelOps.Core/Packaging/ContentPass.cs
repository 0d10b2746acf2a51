using System.Collections.Concurrent;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Packaging;

/// <summary>Hashes all files of a model, as many at once as there are processors.</summary>
/// <param name="content">The model.</param>
/// <param name="progress">Shows the work.</param>
internal sealed class ContentPass(IModelContent content, IProgressSink progress)
{
    /// <summary>Reads every file once.</summary>
    /// <param name="description">What is done, for the progress.</param>
    /// <param name="consumer">Makes the consumer of a file's chunks, by the file's index; null for none.</param>
    /// <param name="done">Called when a file's last chunk is consumed, with its index.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="ModelOpsException">Files changed their length; all of them are named.</exception>
    public async Task<ContentDigest> RunAsync(
        string description,
        Func<int, Action<ReadOnlyMemory<byte>, long>?> consumer,
        Action<int> done,
        CancellationToken cancellationToken)
    {
        var files = content.Files;
        var digests = new FileDigest[files.Count];
        var changed = new ConcurrentQueue<ContentFile>();
        using var task = progress.Start(description, files.Sum(file => file.Length));
        var pass = new FilePass(content, task);

        // The largest first, so that no processor is left alone with a large file at the end.
        var order = Enumerable.Range(0, files.Count).OrderByDescending(index => files[index].Length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(order, options, async (index, token) =>
        {
            if (await pass.RunAsync(files[index], consumer(index), token) is { } digest)
            {
                digests[index] = digest;
                done(index);
            }
            else
            {
                changed.Enqueue(files[index]);
            }
        });

        return changed.IsEmpty ? ContentDigest.Of(digests) : throw new ModelOpsException(ExitCode.BadInput, [.. changed.Select(Changed)]);
    }

    private static Diagnostic Changed(ContentFile file) => PackagingDiagnostics.FileChanged.At(
        $"'{file.Path}' had {file.Length} bytes when the model was listed and has another length now.");
}
