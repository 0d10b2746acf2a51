using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Http;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>
/// Adds a version in two phases: it is created, its files go up, the last call makes it READY. What is cut off in between stays PENDING, and is
/// finished by whoever comes next.
/// </summary>
internal sealed class PoorUpload(PoorClient client, PoorRegistry registry)
{
    private const int ParallelFiles = 4;

    public async Task<AddedVersion> AddAsync(VersionDraft draft, IModelContent content, CancellationToken cancellationToken)
    {
        var properties = PropertyCodec.Encode(draft.Tags);
        properties[PropertyCodec.Run] = draft.RunId;
        if (draft.Unique is { } unique
            && unique.Choose(await registry.ListVersionsAsync(draft.Model, unique.Tag, cancellationToken).ToListAsync(cancellationToken)) is { } present)
        {
            return new(present, IsNew: false);
        }

        var json = await client.SendAsync(
            HttpMethod.Post, PoorPaths.Versions(draft.Model), new { comment = draft.Description, properties }, Repeat.WhenNotDone, cancellationToken);
        var created = PoorReader.Version(draft.Model, json)!;
        return new(await FinishAsync(created, content, cancellationToken), IsNew: true);
    }

    /// <summary>Uploads all files of a pending version, those of an earlier try again, and makes it READY.</summary>
    /// <exception cref="ModelOpsException">The version is gone (MOP2007), or a call fails.</exception>
    public async Task<ModelVersion> FinishAsync(ModelVersion version, IModelContent content, CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                content.Files,
                new ParallelOptions { MaxDegreeOfParallelism = ParallelFiles, CancellationToken = cancellationToken },
                async (file, token) => await client.UploadAsync(
                    PoorPaths.Storage(version.Source, file.Path), opening => content.OpenReadAsync(file, opening), file.Length, token));
            var path = $"{PoorPaths.Of(version.Model, version.Version)}/finalize";
            await client.SendAsync(HttpMethod.Post, path, new { files = content.Files.Count }, Repeat.Always, cancellationToken);
        }
        catch (ModelOpsException failure) when (PoorClient.Is(failure, "NOT_PENDING"))
        {
            // Someone else was faster with the same files, or it was deleted.
        }

        return await registry.RequireVersionAsync(version.Model, version.Version, cancellationToken);
    }
}
