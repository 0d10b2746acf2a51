using ModelOps.Core.Artifacts; using ModelOps.Core.Hosting;
namespace ModelOps.Core.Packaging;
/// <summary>s</summary>
public sealed record FileDigest(string Path, long Size, string Sha256);
/// <summary>s</summary>
public sealed record ContentDigest(string Value, IReadOnlyList<FileDigest> Files);
internal static class ContentHasher { public static Task<ContentDigest> ComputeAsync(IModelContent content, IProgressSink progress, CancellationToken ct) => throw new NotSupportedException(); }
/// <summary>s</summary>
public sealed class ModelPackage : IModelContent {
/// <summary>s</summary>
public static Task<ModelPackage> OpenAsync(string file, CancellationToken ct) => throw new NotSupportedException();
/// <summary>s</summary>
public ContentDigest Digest => throw new NotSupportedException();
/// <summary>s</summary>
public IReadOnlyList<ContentFile> Files => throw new NotSupportedException();
/// <summary>s</summary>
public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) => throw new NotSupportedException();
/// <summary>s</summary>
public ValueTask DisposeAsync() => throw new NotSupportedException();
}
internal static class PackageVerifier { public static Task VerifyAsync(ModelPackage p, string f, IProgressSink s, CancellationToken ct) => throw new NotSupportedException(); }
