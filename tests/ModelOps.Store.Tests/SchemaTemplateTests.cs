using System.IO.Compression;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tests;

public sealed class SchemaTemplateTests
{
    // The version of SQLite that wrote last, https://sqlite.org/fileformat2.html#the_database_header; it changes nothing.
    private const int WriterVersion = 96;
    private const int WriterVersionLength = 4;

    [Fact]
    public void It_is_what_the_statements_of_the_schema_make()
    {
        using var made = StoreConnection.Open("Data Source=:memory:");
        made.InTransaction(isWriter: true, connection => connection.Execute(StoreSchema.Statements()));
        var expected = MemoryPages.Of(made);
        var pages = Inflate(SchemaTemplate.Compressed());

        pages.AsSpan(WriterVersion, WriterVersionLength).Clear();
        var isSame = pages.AsSpan().SequenceEqual([.. expected[..WriterVersion], .. new byte[WriterVersionLength], .. expected[(WriterVersion + WriterVersionLength)..]]);

        Assert.True(isSame, isSame ? "" : $"The pages are not what the statements make. Those that are lie in {Write(expected)}: put them in the place of src/backends/ModelOps.Store/Schema/mlflow-3.11.db.gz.");
    }

    private static byte[] Inflate(byte[] compressed)
    {
        using var stream = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var pages = new MemoryStream();
        stream.CopyTo(pages);
        return pages.ToArray();
    }

    private static string Write(byte[] pages)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "mlflow-3.11.db.gz");
        using var stream = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        stream.Write(pages);
        return path;
    }
}
