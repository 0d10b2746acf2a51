using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Gates;
using ModelOps.Core.Models;
using ModelOps.Core.Packaging;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gates;

/// <summary>Real model directories and cases of them, to be spoilt in one place.</summary>
internal sealed class GateLab : IDisposable
{
    public const string Diabetes = "3.x-diabetes-regressor";
    private readonly TempDirectory _directory = new();
    private int _models;

    public string Root => _directory.Path;

    public static GateCase Case(GatesSection gates, ModelEvidence candidate, ModelEvidence? champion = null, bool hasEvaluation = false) => new()
    {
        Model = new() { Name = "churn", Gates = gates, HasEvaluation = hasEvaluation },
        CheckLimits = new(),
        Today = new(2026, 11, 21),
        Candidate = candidate,
        Champion = champion,
        Root = "/",
    };

    /// <summary>What is known of a model when only its name is.</summary>
    public static ModelEvidence Nothing(string name = "models:/churn/7") => new() { Name = name };

    public string CopyModel(string model = Diabetes)
    {
        var path = _directory.File($"model-{_models++}");
        TestFiles.CopyDirectory(TestFiles.Model(model), path);
        return path;
    }

    public ModelEvidence Model(Action<string>? spoil = null, string model = Diabetes)
    {
        var path = CopyModel(model);
        spoil?.Invoke(path);
        return Nothing() with { Directory = new ModelDirectory(path) };
    }

    /// <summary>The diabetes model with a signature of its own; a part that is null is left out.</summary>
    public ModelEvidence Signed(string? inputs, string? outputs = """[{"type": "double"}]""", string? parameters = null) => Model(path =>
    {
        var file = Path.Combine(path, "MLmodel");
        var lines = File.ReadAllLines(file).ToList();
        var (start, end) = (lines.IndexOf("signature:"), lines.FindIndex(line => line.StartsWith("type_hint", StringComparison.Ordinal)));
        lines.RemoveRange(start, end - start);
        lines.InsertRange(start, ["signature:", .. new[] { ("inputs", inputs), ("outputs", outputs), ("params", parameters) }
            .Where(part => part.Item2 is not null).Select(part => $"  {part.Item1}: '{part.Item2!.Replace("'", "''", StringComparison.Ordinal)}'")]);
        File.WriteAllLines(file, lines);
    });

    public static async Task<ContentIdentity> IdentityAsync(string directory)
    {
        await using var content = DirectoryContent.Open(directory);
        return ContentIdentity.Of(await ContentHasher.ComputeAsync(content, SilentProgress.Instance, CancellationToken.None));
    }

    public static IReadOnlyList<GateCheck> Judge(IGate gate, GateCase subject) => gate.Judge(subject, CancellationToken.None).Checks;

    public void Dispose() => _directory.Dispose();
}
