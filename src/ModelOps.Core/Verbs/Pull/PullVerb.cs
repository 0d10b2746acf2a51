using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Pull;

/// <summary>Writes a model to a directory: verified before anybody can see it.</summary>
internal sealed class PullVerb : IVerb<PullSettings, PullResult>
{
    public async Task<VerbOutcome<PullResult>> RunAsync(PullSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var output = Path.TrimEndingDirectorySeparator(settings.Output);
        await using var source = await PulledSource.OpenAsync(settings, context, cancellationToken);
        var (digest, isWritten) = await new PulledDirectory(output, source, context).WriteAsync(cancellationToken);
        if (source.Expected is null)
        {
            context.Report(SourceDiagnostics.DigestNotRecorded.At(
                $"Digest not recorded: nothing says what the files of {source.Name} must be. Found {digest.Value}."));
        }

        return new(new()
        {
            Path = output,
            Digest = digest.Value,
            Verified = source.Expected is not null,
            Version = source.Version?.Version,
            Uri = source.Name,
            Written = isWritten,
            Files = digest.Files.Count,
            Bytes = digest.Bytes,
        });
    }
}
