using BenchmarkDotNet.Attributes;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Packaging;

namespace ModelOps.Bench;

/// <summary>Digest and package of models that are in the page cache.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class PackagingBenchmarks
{
    private string _work = "";
    private string _model = "";
    private string _package = "";

    /// <summary>Number of files of the model.</summary>
    [Params(5, 500)]
    public int Files { get; set; }

    /// <summary>Size of each file in bytes.</summary>
    [Params(4_000, 200_000)]
    public int FileSize { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _work = Directory.CreateTempSubdirectory("modelops-bench-").FullName;
        _model = Path.Combine(_work, "model");
        _package = Path.Combine(_work, "model.modelpkg");
        Directory.CreateDirectory(_model);
        var bytes = new byte[FileSize];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(Path.Combine(_model, "MLmodel"), bytes);
        for (var index = 1; index < Files; index++)
        {
            File.WriteAllBytes(Path.Combine(_model, $"part-{index}"), bytes);
        }
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_work, recursive: true);

    [Benchmark]
    public async Task<ContentDigest> Digest()
    {
        await using var content = DirectoryContent.Open(_model);
        return await ContentHasher.ComputeAsync(content, SilentProgress.Instance, CancellationToken.None);
    }

    [Benchmark]
    public async Task<ContentDigest> Package()
    {
        await using var content = DirectoryContent.Open(_model);
        return await PackageWriter.WriteAsync(content, _package, SilentProgress.Instance, CancellationToken.None);
    }
}
