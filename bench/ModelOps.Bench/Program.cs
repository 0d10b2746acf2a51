using System.Globalization;
using BenchmarkDotNet.Running;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Hosting;
using ModelOps.Bench;
using ModelOps.Bench.Gates;
using ModelOps.Bench.Load;
using ModelOps.Bench.Sqlite;
using ModelOps.Core.Packaging;

switch (args)
{
    case ["digest", var directory]:
        await using (var content = DirectoryContent.Open(directory))
        {
            Console.WriteLine((await ContentHasher.ComputeAsync(content, SilentProgress.Instance, CancellationToken.None)).Value);
        }

        return 0;
    case ["package", var directory, var output]:
        await using (var content = DirectoryContent.Open(directory))
        {
            Console.WriteLine((await PackageWriter.WriteAsync(content, Path.GetFullPath(output), SilentProgress.Instance, CancellationToken.None)).Value);
        }

        return 0;
    case ["load", var uri, var mark, .. var measurement]:
        await LoadProgram.RunAsync(new(uri), mark, measurement, CancellationToken.None);
        return 0;
    case ["gates", "simulation", var runs]:
        PromotionSimulation.Run(int.Parse(runs, CultureInfo.InvariantCulture));
        return 0;
    case ["gates", "sizes", var runs, .. var sizes]:
        SampleSizes.Run(int.Parse(runs, CultureInfo.InvariantCulture), sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)));
        return 0;
    case ["gates", "rows", var rows, var resamples, var rounds]:
        MillionRows.Run(int.Parse(rows, CultureInfo.InvariantCulture), int.Parse(resamples, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["git", var way, var directory]:
        await GitReading.RunAsync(way, directory);
        return 0;
    case ["sqlite", .. var library]:
        NativeLibraries.Run(library.SingleOrDefault());
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PackagingBenchmarks).Assembly).Run(args);
        return 0;
}
