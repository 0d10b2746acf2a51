using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tests;

public sealed class EngineTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Fact]
    public async Task Writes_of_many_callers_all_happen_and_none_is_told_that_the_file_is_locked()
    {
        await using var engine = await OpenAsync();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, token) => await engine.WriteAsync(connection => AddTag(connection, number), token));

        Assert.Equal(400L, Count(engine));
    }

    [Fact]
    public async Task A_write_that_fails_takes_back_its_own_work_and_no_other()
    {
        await using var engine = await OpenAsync();

        var writes = Enumerable.Range(0, 50).Select(number => engine.WriteAsync(
            connection => AddTag(connection, number) > 0 && number % 5 == 0 ? throw new InvalidOperationException($"{number}") : number,
            CancellationToken.None)).ToList();
        var failures = await Task.WhenAll(writes.Select(async write => await Record.ExceptionAsync(() => write)));

        Assert.Equal(10, failures.Count(failure => failure is InvalidOperationException));
        Assert.Equal(40L, Count(engine));
    }

    [Fact]
    public async Task A_failure_is_told_only_when_the_write_that_it_is_about_can_be_read()
    {
        await using var engine = await OpenAsync();
        using var gate = new ManualResetEventSlim();
        var isTold = false;

        var held = engine.WriteAsync(_ => gate.Wait(), CancellationToken.None);
        var first = engine.WriteAsync(connection => AddTag(connection, 1), CancellationToken.None);
        var same = engine.WriteAsync(connection => AddTag(connection, 1), CancellationToken.None);
        var last = engine.WriteAsync(_ => { isTold = SpinWait.SpinUntil(() => same.IsCompleted, 200); }, CancellationToken.None);
        gate.Set();
        await Task.WhenAll(held, first, last);

        Assert.NotNull(await Record.ExceptionAsync(() => same));
        Assert.False(isTold);
    }

    [Fact]
    public async Task What_was_written_is_seen_by_the_next_read()
    {
        await using var engine = await OpenAsync();

        for (var number = 0; number < 20; number++)
        {
            var added = number;
            await engine.WriteAsync(connection => AddTag(connection, added), CancellationToken.None);
            Assert.Equal(number + 1L, Count(engine));
        }
    }

    [Fact]
    public async Task A_write_that_nobody_waits_for_any_more_is_left_out()
    {
        await using var engine = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.WriteAsync(connection => AddTag(connection, 1), cancelled.Token));

        Assert.Equal(0L, Count(engine));
    }

    [Fact]
    public async Task Another_process_may_hold_the_file_for_a_while()
    {
        await using var engine = await OpenAsync();
        using var other = StoreConnection.Open($"Data Source={engine.File};Pooling=False");
        other.Execute("BEGIN IMMEDIATE");

        var write = engine.WriteAsync(connection => AddTag(connection, 1), CancellationToken.None);
        await Task.Delay(200);
        Assert.False(write.IsCompleted);
        other.Execute("COMMIT");
        await write;

        Assert.Equal(1L, Count(engine));
    }

    [Fact]
    public async Task What_waits_at_the_end_is_written_before_the_end()
    {
        var engine = await OpenAsync();
        var writes = Enumerable.Range(0, 30).Select(number => engine.WriteAsync(connection => AddTag(connection, number), CancellationToken.None)).ToList();

        await engine.DisposeAsync();

        await Task.WhenAll(writes);
        Assert.Equal(30, _lab.Rows("SELECT * FROM experiment_tags").Count);
    }

    public void Dispose() => _lab.Dispose();

    private static int AddTag(StoreConnection connection, int number) =>
        connection.Execute("INSERT INTO experiment_tags (key, value, experiment_id) VALUES ($key, 'x', 0)", ("$key", $"key{number}"));

    private static object? Count(StoreEngine engine) => engine.Read(connection => connection.Scalar("SELECT COUNT(*) FROM experiment_tags"));

    private Task<StoreEngine> OpenAsync() =>
        StoreEngine.OpenAsync(_lab.Database, new StoreSchema("mlflow-artifacts:", TimeProvider.System), tune: null, CancellationToken.None);
}
