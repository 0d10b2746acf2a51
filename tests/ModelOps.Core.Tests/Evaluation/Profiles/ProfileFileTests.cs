using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Tests.Evaluation.Profiles;

public sealed class ProfileFileTests : IDisposable
{
    private const string Good = """
        {"format": "modelops-profile/1", "rows": 4, "columns": [
          {"name": "x", "edges": [1, 2.5], "categories": [], "shares": [0.25, 0.5, 0.25], "missing": 0},
          {"name": "c", "edges": [], "categories": ["a"], "shares": [1, 0], "missing": 0.5}]}
        """;

    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_profile_comes_back()
    {
        var profile = new DataProfile(5_000_000_000, [new("x \"\n\u6A21", [-1e-300, 1.0 / 3], [], [0.1, 0.2, 0.7], 1.0 / 3), new("c", [], ["<script>", ""], [0.5, 0.25, 0.25], 0), new("none", [], [], [0], 1)]);
        var path = _lab.File("deep/p.json");
        await ProfileFile.WriteAsync(profile, path, CancellationToken.None);
        var read = await ProfileFile.ReadAsync(path, CancellationToken.None);
        Assert.Equal(profile.Rows, read.Rows);
        Assert.Equal(profile.Columns.Select(Describe), read.Columns.Select(Describe));
        Assert.Equal(read.Columns.Select(Describe), (await ProfileFile.ReadOrProfileAsync(path, CancellationToken.None)).Columns.Select(Describe));
    }

    [Fact]
    public async Task A_file_of_inputs_is_profiled()
    {
        var profile = await ProfileFile.ReadOrProfileAsync(_lab.Write("{\"format\": \"x\"}\n{\"format\": \"x\"}\n", "i.jsonl"), CancellationToken.None);
        Assert.Equal((2, "format"), (profile.Rows, Assert.Single(profile.Columns).Name));
        Assert.Equal(1, (await ProfileFile.ReadOrProfileAsync(_lab.Write("x\n1\n", "i.csv"), CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task The_good_profile_is_read() => Assert.Equal(2, (await ReadAsync(Good)).Columns.Count);

    [Theory]
    [InlineData("modelops-profile/1", "modelops-profile/2", "MOP6001", "found the format the text \"modelops-profile/2\"")]
    [InlineData("\"rows\": 4", "\"rows\": 0", "MOP6003", "number of rows")]
    [InlineData("\"rows\": 4", "\"rows\": 4.5", "MOP6003", "number of rows")]
    [InlineData("\"rows\": 4", "\"rows\": 4, \"more\": 1", "MOP6003", "and nothing else")]
    [InlineData("[1, 2.5]", "[2.5, 2.5]", "MOP6003", "do not rise")]
    [InlineData("[1, 2.5]", "[1]", "MOP6003", "one share more")]
    [InlineData("[1, 2.5]", "[1, \"a\"]", "MOP6003", "a finite number")]
    [InlineData("[0.25, 0.5, 0.25]", "[0.25, 0.5, 0.26]", "MOP6003", "add up to 1")]
    [InlineData("[0.25, 0.5, 0.25]", "[-0.25, 1, 0.25]", "MOP6003", "a probability from 0 to 1")]
    [InlineData("\"missing\": 0.5", "\"missing\": 1.5", "MOP6003", "a probability from 0 to 1")]
    [InlineData("\"name\": \"c\"", "\"name\": \"x\"", "MOP6003", "more than once")]
    [InlineData("\"categories\": [\"a\"], \"shares\": [1, 0]", "\"categories\": [\"a\", \"a\"], \"shares\": [1, 0, 0]", "MOP6003", "a category is there twice")]
    [InlineData("{\"format\"", "{{\"format\"", "MOP6001", "Not JSON")]
    public async Task A_changed_profile_is_refused(string from, string to, string code, string part)
    {
        Assert.Contains(from, Good, StringComparison.Ordinal);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ReadAsync(Good.Replace(from, to, StringComparison.Ordinal)));
        Assert.Equal(code, failure.Diagnostics[0].Code);
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains(part, StringComparison.Ordinal));
    }

    private static string Describe(ColumnProfile column) =>
        $"{column.Name}|{string.Join(',', column.Edges)}|{string.Join(',', column.Categories)}|{string.Join(',', column.Shares)}|{column.Missing}";

    private Task<DataProfile> ReadAsync(string text) => ProfileFile.ReadAsync(_lab.Write(text, "p.json"), CancellationToken.None);
}
