namespace ModelOps.Integration.Tests.Packages;

/// <summary>The wheel's tag and the documents say glibc 2.34: neither the program nor a library of it may ask for more.</summary>
public sealed class SymbolVersionTests
{
    private const string Prefix = "GLIBC_";

    private static readonly Version Oldest = new(2, 34);

    [NativeFact]
    public void Program_and_libraries_need_no_newer_glibc_than_is_said()
    {
        string[] files = [Path.Combine(ReleaseFixture.Layout, "bin", "modelops"), .. Directory.EnumerateFiles(Path.Combine(ReleaseFixture.Layout, "lib", "modelops"))];

        Assert.Equal(3, files.Length);
        Assert.All(files, file =>
        {
            var needed = new ElfFile(File.ReadAllBytes(file)).NeededVersions()
                .Where(version => version.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(version => Version.Parse(version[Prefix.Length..]))
                .ToArray();
            Assert.NotEmpty(needed);
            Assert.True(needed.Max() <= Oldest, $"{file} needs glibc {needed.Max()}");
        });
    }
}
