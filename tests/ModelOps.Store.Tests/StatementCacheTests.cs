using System.Globalization;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tests;

public sealed class StatementCacheTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Fact]
    public void However_many_texts_there_are_few_statements_stay_prepared() => _lab.Raw(connection =>
    {
        for (var number = 0; number < 1000; number++)
        {
            Assert.Equal((long)number, connection.Scalar(Select(number)));
            using var statement = connection.Statement(Select(number));
        }

        Assert.InRange(connection.PreparedCount, 2, 200);
        return true;
    });

    [Fact]
    public void A_statement_that_is_used_again_stays_and_one_that_is_not_goes()
    {
        var prepared = new List<string>();
        using var cache = new StatementCache<MemoryStream>(2, sql =>
        {
            prepared.Add(sql);
            return new();
        });

        foreach (var sql in (string[])["a", "b", "a", "c", "a", "b"])
        {
            using var lease = cache.Rent(sql);
        }

        Assert.Equal(["a", "b", "c", "b"], prepared);
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void A_text_of_a_size_that_only_a_caller_makes_is_not_kept()
    {
        using var cache = new StatementCache<MemoryStream>(2, _ => new());
        MemoryStream large;
        using (var lease = cache.Rent(new('x', 100_000)))
        {
            large = lease.Statement;
            Assert.True(large.CanRead);
        }

        Assert.False(large.CanRead);
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Rows_are_read_to_their_end_while_many_other_statements_come_and_go() => _lab.Raw(connection =>
    {
        const string Rows = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n";

        var read = connection.Query(Rows, row =>
        {
            for (var number = 0; number < 300; number++)
            {
                connection.Scalar(Select((int)(row.GetInt64(0) * 1000) + number));
            }

            return row.GetInt64(0);
        });

        Assert.Equal(Enumerable.Range(0, 10).Select(number => (long)number), read);
        return true;
    });

    [Fact]
    public void A_statement_runs_on_the_rows_of_itself() => _lab.Raw(connection =>
    {
        const string Rows = "SELECT value FROM json_each($list)";

        var read = connection.Query(
            Rows, row => row.GetInt64(0) + connection.Query(Rows, inner => inner.GetInt64(0), ("$list", "[10]"))[0], ("$list", "[1, 2, 3]"));

        Assert.Equal([11L, 12L, 13L], read);
        return true;
    });

    [Fact]
    public void A_statement_for_many_rows_lives_as_long_as_it_is_held() => _lab.Raw(connection =>
    {
        connection.Execute("CREATE TABLE t (i)");
        using (var insert = connection.Statement("INSERT INTO t VALUES (?1)"))
        {
            for (var number = 0; number < 300; number++)
            {
                using var other = connection.Statement(Select(number));
                insert.Statement.Bind(1, number).Run();
            }
        }

        Assert.Equal(300L, connection.Scalar("SELECT count(*) FROM t"));
        return true;
    });

    public void Dispose() => _lab.Dispose();

    private static string Select(int number) => $"SELECT {number.ToString(CultureInfo.InvariantCulture)}";
}
