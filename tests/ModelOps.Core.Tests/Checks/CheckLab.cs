using ModelOps.Backends;
using System.Globalization;
using System.Security.Cryptography;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Checks;

/// <summary>A real model in a directory of its own, to be spoilt in one place.</summary>
internal sealed class CheckLab : IDisposable
{
    public const string Diabetes = "3.x-diabetes-regressor";
    private readonly TempDirectory _directory = new();

    public CheckLab(string model = Diabetes) => TestFiles.CopyDirectory(TestFiles.Model(model), Root);

    public string Root => _directory.File("model");

    public string Outside => _directory.File("outside.txt");

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Root, file), text);

    /// <summary>Adds a file with a hole of some MiB.</summary>
    public void Grow(string file, long mebibytes)
    {
        using var stream = File.Create(Path.Combine(Root, file));
        stream.SetLength(mebibytes * 1024 * 1024);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public void Delete(string file) => File.Delete(Path.Combine(Root, file));

    public void Replace(string file, string old, string replacement)
    {
        var text = Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public IReadOnlyList<Diagnostic> Check(CheckSection? limits = null) => ModelChecker.Check(Root, limits ?? new(), CancellationToken.None);

    /// <summary>Findings as <c>code file(line,column)</c>.</summary>
    public string[] Places(CheckSection? limits = null) => [.. Check(limits).Select(Place)];

    public Task<VerbReport> RunAsync(string? configuration = null, bool fix = false, string today = "2026-11-21") =>
        RunAsync("check", configuration, today, ("Path", "model"), ("Fix", fix ? "true" : "false"));

    public Task<VerbReport> PackageAsync() => RunAsync("package", null, "2026-11-21", ("Path", "model"), ("Output", "model.modelpkg"));

    public Dictionary<string, string> Hashes() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Root, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    public void Dispose() => _directory.Dispose();

    private Task<VerbReport> RunAsync(string verb, string? configuration, string today, params (string Name, string Value)[] inputs)
    {
        if (configuration is not null)
        {
            File.WriteAllText(_directory.File("modelops.yml"), configuration);
        }

        var world = new VerbWorld
        {
            Host = new RecordingHost(),
            Environment = new TestEnvironment(),
            Backends = AllBackends.List,
            WorkingDirectory = _directory.Path,
            Time = new StoppedClock(DateTimeOffset.Parse(today + "T23:59:59Z", CultureInfo.InvariantCulture)),
        };
        var values = inputs.ToDictionary(input => input.Name, IReadOnlyList<string> (input) => [input.Value]);
        return new VerbRunner(world).RunAsync(
            VerbCatalog.All.Single(candidate => candidate.Name == verb), new ArgumentSource(values), CancellationToken.None);
    }

    private string Place(Diagnostic finding) =>
        $"{finding.Code} {Path.GetRelativePath(Root, finding.Span!.File)}({finding.Span.Line},{finding.Span.Column})";

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
