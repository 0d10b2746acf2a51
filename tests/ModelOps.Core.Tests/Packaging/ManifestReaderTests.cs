using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Tests.Packaging;

public class ManifestReaderTests
{
    private static readonly string Hash = new('a', 64);

    [Theory]
    [InlineData("", "not a manifest")]
    [InlineData("[]", "not a manifest")]
    [InlineData("{\"formatVersion\": \"1\"}", "not a manifest")]
    [InlineData("{\"formatVersion\": 1, \"formatVersion\": 1}", "not a manifest")]
    [InlineData("{\"formatVersion\": 1, \"files\": [{}]}", "not a manifest")]
    [InlineData("{\"formatVersion\": 1, \"files\": [1]}", "not a manifest")]
    [InlineData("{\"formatVersion\": 1, \"files\": []}", "not a manifest")]
    [InlineData("{\"formatVersion\": 1, \"digest\": \"x\", \"files\": []}", "has no file MLmodel")]
    public void Other_json_is_refused(string text, string message) => Refused(Encoding.UTF8.GetBytes(text), "MOP1507", message);

    [Fact]
    public void A_later_format_is_told_apart_from_damage() => Refused("{\"formatVersion\": 2, \"new\": []}"u8.ToArray(), "MOP1508", "format version 2");

    [Theory]
    [InlineData("../x", "MOP1502")]
    [InlineData("/etc/passwd", "MOP1502")]
    [InlineData("C:/x", "MOP1502")]
    [InlineData("a%2f..%2f..%2fx", "MOP1502")]
    [InlineData("", "MOP1502")]
    [InlineData(".git/config", "MOP1502")]
    [InlineData(".gitignore", "MOP1502")]
    [InlineData("mlMODEL", "MOP1503")]
    [InlineData("MLmodel", "MOP1503")]
    [InlineData("MLmodel/x", "MOP1503")]
    [InlineData("A", "MOP1507")]
    public void Paths_that_are_unsafe_colliding_or_out_of_order_are_refused(string path, string code) =>
        Refused(PackageManifest.Write(new("sha256:" + Hash, [new("MLmodel", 1, Hash), new(path, 1, Hash)])), code, "");

    [Theory]
    [InlineData(-1, "aa")]
    [InlineData(1001, "aa")]
    [InlineData(1, "AA")]
    [InlineData(1, "a")]
    [InlineData(1, "zz")]
    public void Impossible_sizes_and_hashes_are_refused(long size, string start) =>
        Refused(PackageManifest.Write(new("sha256:" + Hash, [new("MLmodel", size, start + Hash[2..])])), "MOP1507", "no valid size and SHA-256");

    [Fact]
    public void Another_layout_or_member_is_refused()
    {
        var good = Encoding.UTF8.GetString(PackageManifest.Write(ContentDigest.Of([new("MLmodel", 1, Hash)])));
        Assert.Equal("MLmodel", ManifestReader.Read(Encoding.UTF8.GetBytes(good), 1000, new("x")).Files[0].Path);
        foreach (var other in new[] { good + " ", good.Replace("\"digest\"", "\"note\": 1, \"digest\"", StringComparison.Ordinal), good.Replace("MLmodel", "\\u004dLmodel", StringComparison.Ordinal) })
        {
            Refused(Encoding.UTF8.GetBytes(other), "MOP1507", "other members or another layout");
        }
    }

    [Fact]
    public void A_digest_that_is_not_that_of_the_files_is_a_failed_verification()
    {
        var failure = Refused(PackageManifest.Write(new("sha256:" + Hash, [new("MLmodel", 1, Hash)])), "MOP1509", "states the digest");
        Assert.Equal(ExitCode.GateFailed, failure.ExitCode);
    }

    private static ModelOpsException Refused(byte[] bytes, string code, string message)
    {
        var failure = Assert.Throws<ModelOpsException>(() => ManifestReader.Read(bytes, 1000, new("x.modelpkg")));
        Assert.Equal(code, failure.Diagnostics[0].Code);
        Assert.Contains(message, failure.Diagnostics[0].Message, StringComparison.Ordinal);
        return failure;
    }
}
