using ModelOps.Abstractions.Hosting;

namespace ModelOps.CrashHarness;

/// <summary>Makes a step of every piece of work and of every advance: verbs that move no registry have no other.</summary>
internal sealed class StepProgress(Action<string> onStep) : IProgressSink
{
    public IProgressTask Start(string description, long totalBytes)
    {
        onStep($"{description} begun");
        return new Task(description, onStep);
    }

    private sealed class Task(string description, Action<string> onStep) : IProgressTask
    {
        public void Advance(long bytes) => onStep($"{description} advanced");

        public void Dispose() => onStep($"{description} ended");
    }
}
