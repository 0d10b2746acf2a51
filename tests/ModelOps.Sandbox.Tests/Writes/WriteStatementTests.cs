using ModelOps.Sandbox.Hosting;
using ModelOps.Store.Schema;

namespace ModelOps.Sandbox.Tests.Writes;

public sealed class WriteStatementTests
{
    // Nothing but the sandbox has webhooks.
    private static readonly WriteStatements Statements = WriteStatements.Of(ReadSchema(), "webhooks", "webhook_events");

    [Fact]
    public void The_sandbox_holds_no_statement_that_writes_a_table_of_MLflow() =>
        Assert.Empty(Statements.Find(WriteStatements.StringsOf(typeof(SandboxServer).Assembly.Location)));

    [Fact]
    public void The_store_holds_them() => Assert.True(Statements.Find(WriteStatements.StringsOf(typeof(StoreSchema).Assembly.Location)).Count > 20);

    [Theory]
    [InlineData("INSERT INTO tags (key) VALUES ($key)")]
    [InlineData("INSERT OR REPLACE INTO model_version_tags (key) VALUES ($key)")]
    [InlineData("REPLACE INTO \"runs\" VALUES (1)")]
    [InlineData("\n  UPDATE registered_models\n  SET name = $name")]
    [InlineData("DELETE FROM experiments WHERE experiment_id = $id")]
    [InlineData("WITH a AS (SELECT 1) DELETE FROM params")]
    [InlineData("DELETE FROM ")]
    public void A_statement_that_writes_is_found(string sql) => Assert.Single(Statements.Find([sql]));

    [Theory]
    [InlineData("SELECT key FROM tags")]
    [InlineData("INSERT INTO webhooks (name) VALUES ($name)")]
    [InlineData("DELETE FROM webhook_events WHERE webhook_id = $id")]
    [InlineData("INSERT INTO somewhere VALUES (1) ON CONFLICT DO UPDATE SET value = 1")]
    public void Other_statements_are_not(string sql) => Assert.Empty(Statements.Find([sql]));

    [Fact]
    public void The_tables_are_those_of_the_schema() => Assert.True(Statements.TableCount > 40);

    private static string ReadSchema()
    {
        using var reader = new StreamReader(typeof(StoreSchema).Assembly.GetManifestResourceStream("mlflow-3.11.sql")!);
        return reader.ReadToEnd();
    }
}
