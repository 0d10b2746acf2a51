using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Tests.Releases;

public sealed class ContentCopyTests
{
    [Fact]
    public async Task A_file_that_goes_on_after_its_length_is_refused_before_it_fills_the_disk()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ContentCopy.CreateAsync(new LongContent(), CancellationToken.None));

        Assert.Equal((ExitCode.GateFailed, "MOP3001"), (failure.ExitCode, Assert.Single(failure.Diagnostics).Code));
    }

    private sealed class LongContent : IModelContent
    {
        public IReadOnlyList<ContentFile> Files { get; } = [new("MLmodel", 10)];

        public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(new MemoryStream(new byte[8 << 20]));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
