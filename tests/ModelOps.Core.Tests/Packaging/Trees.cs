using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Tests.Packaging;

/// <summary>Random model trees: names of all widths, empty files, sizes around the chunk size of the packager.</summary>
internal static class Trees
{
    private static readonly Gen<string> Segments = Gen.Elements(
        "a", "b", "data", "a-1", "a.b", "with space", "qu\"ote", "\u00E8t\u00E9", "\u6A21\u578B", "\uFFFD", "\U0001F600", "\U00010000x", "\uE000", ".hidden", "100%", "$(x);`y`");

    private static readonly Gen<int> Sizes = Gen.Frequency(
        (8, Gen.Choose(0, 300)), (1, Gen.Elements(0, 524_287, 524_288, 524_289)), (1, Gen.Elements(1_048_576, 1_048_577, 1_600_001)));

    public static Arbitrary<MemoryContent> Any() => (
        from paths in Segments.NonEmptyListOf().Select(segments => string.Join('/', segments.Take(4))).ListOf()
        from sizes in Sizes.ListOf(paths.Count)
        from seed in Gen.Choose(0, int.MaxValue)
        select Build(paths, sizes, new Random(seed))).ToArbitrary();

    private static MemoryContent Build(IReadOnlyList<string> paths, IReadOnlyList<int> sizes, Random random)
    {
        var tree = new PathTree();
        var files = new Dictionary<string, byte[]> { ["MLmodel"] = "flavors: {}\n"u8.ToArray() };
        foreach (var (path, size) in paths.Zip(sizes))
        {
            if (tree.Add(path) is null)
            {
                files[path] = new byte[size];
                random.NextBytes(files[path]);
            }
        }

        return new(files);
    }
}
