using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ModelOps.Surfaces.Packing;

namespace ModelOps.Surfaces.Tests.Packing;

public class WheelTests
{
    private static readonly Wheel Sample = new("1.2.0-rc.1");

    private static byte[] Bytes => Sample.Write(NativeSample.Directory, NativeSample.Licences, NativeSample.Time);

    [Fact]
    public void Its_name_says_version_and_platform_as_pip_reads_them() => Assert.Equal("modelops-1.2.0rc1-py3-none-manylinux_2_34_x86_64.whl", Sample.FileName);

    [Fact]
    public void The_record_has_the_hash_and_the_size_of_every_file()
    {
        var files = ZipContent.Read(Bytes).ToDictionary(file => file.Path);
        var record = Encoding.UTF8.GetString(files["modelops-1.2.0rc1.dist-info/RECORD"].Content).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), record.Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Equal("modelops-1.2.0rc1.dist-info/RECORD,,", record[^1]);
        Assert.All(record[..^1], line =>
        {
            var (content, fields) = (files[line.Split(',')[0]].Content, line.Split(','));
            Assert.Equal([$"sha256={Base64Url.EncodeToString(SHA256.HashData(content))}", $"{content.Length}"], fields[1..]);
        });
    }

    [Fact]
    public void Only_the_program_can_be_run_and_libraries_lie_where_pip_leaves_them_for_a_target_directory()
    {
        using var archive = new ZipArchive(new MemoryStream(Bytes));

        Assert.Equal(
            ["modelops-1.2.0rc1.data/scripts/modelops"],
            archive.Entries.Where(entry => ((entry.ExternalAttributes >> 16) & 0b001_001_001) != 0).Select(entry => entry.FullName));
        Assert.Equal(2, archive.Entries.Count(entry => entry.FullName.StartsWith("modelops-1.2.0rc1.data/data/libexec/modelops/lib", StringComparison.Ordinal)));
        Assert.All(archive.Entries, entry => Assert.Equal(NativeSample.Time.UtcDateTime, entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void The_metadata_names_version_and_licences_and_begins_no_line_with_a_space()
    {
        var metadata = Encoding.UTF8.GetString(ZipContent.Read(Bytes).Single(file => file.Path.EndsWith("/METADATA", StringComparison.Ordinal)).Content);

        Assert.StartsWith("Metadata-Version: 2.4\nName: modelops\nVersion: 1.2.0rc1\n", metadata, StringComparison.Ordinal);
        Assert.Contains("\nLicense-File: LICENSE\nLicense-File: licences/Part.txt\n\n", metadata, StringComparison.Ordinal);
        Assert.DoesNotContain("\n ", metadata, StringComparison.Ordinal);
    }

    [Fact]
    public void Made_twice_it_is_the_same_bytes() => Assert.Equal(Bytes, Bytes);

    [Theory]
    [InlineData("0.1.0", "0.1.0")]
    [InlineData("1.2.3-alpha.0", "1.2.3a0")]
    [InlineData("1.2.3-beta.12", "1.2.3b12")]
    [InlineData("1.2.3-dev.4+5a2f", "1.2.3.dev4")]
    public void A_version_has_its_form_in_PEP_440(string version, string expected) => Assert.Equal(expected, PythonVersion.From(version));

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.2.3-preview.1")]
    [InlineData("1.2.3-rc")]
    [InlineData("1.2.3-rc.01")]
    [InlineData("1.2.3\n")]
    public void A_version_without_one_is_refused(string version) => Assert.Throws<FormatException>(() => PythonVersion.From(version));
}
