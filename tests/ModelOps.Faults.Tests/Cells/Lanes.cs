using System.Collections.Concurrent;

namespace ModelOps.Faults.Tests.Cells;

/// <summary>Runs cells, some at once, each on catalogs of its own.</summary>
/// <typeparam name="TRunner">What runs a cell.</typeparam>
internal sealed class Lanes<TRunner> : IAsyncDisposable
{
    private readonly ConcurrentBag<TRunner> _free = [];
    private readonly List<FaultSubject> _subjects = [];

    private Lanes()
    {
    }

    /// <summary>One of the runners.</summary>
    public TRunner One => _free.First();

    /// <summary>Makes runners, and lets each begin.</summary>
    public static async Task<Lanes<TRunner>> CreateAsync(Func<Task<FaultSubject>> create, Func<FaultSubject, TRunner> runnerOf, Func<TRunner, Task> begin)
    {
        var lanes = new Lanes<TRunner>();
        for (var lane = 0; lane < FaultScale.Current.Lanes; lane++)
        {
            var subject = await create();
            lanes._subjects.Add(subject);
            var runner = runnerOf(subject);
            await begin(runner);
            lanes._free.Add(runner);
        }

        return lanes;
    }

    /// <summary>Runs cells.</summary>
    public async Task<IReadOnlyList<Outcome>> RunAsync<TCell>(IEnumerable<TCell> cells, Func<TRunner, TCell, Task<Outcome>> run)
    {
        var outcomes = new ConcurrentBag<Outcome>();
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = FaultScale.Current.Lanes }, async (cell, _) =>
        {
            Assert.True(_free.TryTake(out var runner));
            outcomes.Add(await run(runner, cell));
            _free.Add(runner);
        });
        return [.. outcomes];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var subject in _subjects)
        {
            await subject.DisposeAsync();
        }
    }
}
