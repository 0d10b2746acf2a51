using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Packing;

/// <summary>What NuGet and CycloneDX stamp with time and chance says nothing of them afterwards.</summary>
public class RewritingTests
{
    [Fact]
    public void Two_packages_of_the_same_content_are_the_same_bytes()
    {
        var rewritten = NuGetPackageFile.Rewrite(Package("0a1b", "2026-01-01", "b", "a"), NativeSample.Time);

        Assert.Equal(rewritten, NuGetPackageFile.Rewrite(Package("2c3d", "2025-06-30", "a", "b"), NativeSample.Time));
        Assert.Equal(rewritten, NuGetPackageFile.Rewrite(rewritten, NativeSample.Time));
        Assert.NotEqual(rewritten, NuGetPackageFile.Rewrite(Package("0a1b", "2026-01-01", "a", "c"), NativeSample.Time));
    }

    [Fact]
    public void The_relation_names_the_file_that_is_there()
    {
        using var package = new ZipArchive(new MemoryStream(NuGetPackageFile.Rewrite(Package("0a1b", "2026-01-01", "a"), NativeSample.Time)));
        using var relations = new StreamReader(package.GetEntry("_rels/.rels")!.Open());

        var properties = Assert.Single(package.Entries, entry => entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal));
        Assert.Contains($"\"/{properties.FullName}\"", relations.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_bills_of_the_same_parts_are_the_same_text_and_others_have_another_number()
    {
        var bill = BillOfMaterials.Rewrite(Bill("1.0.0", "urn:uuid:1", "2026-11-30T19:21:54Z"), NativeSample.Time);
        using var document = JsonDocument.Parse(bill);

        Assert.Equal(bill, BillOfMaterials.Rewrite(Bill("1.0.0", "urn:uuid:2", "2026-11-30T20:00:00Z"), NativeSample.Time));
        Assert.Equal(bill, BillOfMaterials.Rewrite(bill, NativeSample.Time));
        Assert.Equal("2026-03-28T23:30:00Z", document.RootElement.GetProperty("metadata").GetProperty("timestamp").GetString());
        Assert.Matches("\\Aurn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z", Number(bill));
        Assert.NotEqual(Number(bill), Number(BillOfMaterials.Rewrite(Bill("1.0.1", "urn:uuid:1", "2026-11-30T19:21:54Z"), NativeSample.Time)));
    }

    [Fact]
    public void Sums_are_lines_that_sha256sum_reads_and_do_not_sum_themselves()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File("b.whl"), "abc");
        File.WriteAllText(directory.File("a.nupkg"), "");
        File.WriteAllText(directory.File(Checksums.FileName), "old");

        Assert.Equal(
            """
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.nupkg
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.whl

            """.ReplaceLineEndings("\n"),
            Checksums.Of(directory.Path));
    }

    private static byte[] Package(string name, string time, params string[] files)
    {
        var properties = $"package/services/metadata/core-properties/{name}.psmdcp";
        var relations = $"""<?xml version="1.0" encoding="utf-8"?><Relationships><Relationship Type="t" Target="/{properties}" Id="R{name}" /></Relationships>""";
        return ZipContent.Write(
            [new("_rels/.rels", Encoding.UTF8.GetBytes(relations)), new(properties, "<p/>"u8.ToArray()), .. files.Select(file => new PackedFile(file, "x"u8.ToArray()))],
            DateTimeOffset.Parse($"{time}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Bill(string version, string number, string time) =>
        $$"""{"bomFormat": "CycloneDX", "serialNumber": "{{number}}", "metadata": {"timestamp": "{{time}}"}, "components": [{"name": "Part", "version": "{{version}}"}]}""";

    private static string Number(string bill)
    {
        using var document = JsonDocument.Parse(bill);
        return document.RootElement.GetProperty("serialNumber").GetString()!;
    }
}
