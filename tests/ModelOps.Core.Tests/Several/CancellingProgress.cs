using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Tests.Several;

/// <summary>Cancels a call as soon as it shows that it works.</summary>
internal sealed class CancellingProgress(CancellationTokenSource cancellation) : IProgressSink
{
    public IProgressTask Start(string description, long totalBytes)
    {
        cancellation.Cancel();
        return SilentProgress.Instance.Start(description, totalBytes);
    }
}
