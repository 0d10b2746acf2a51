namespace ModelOps.Surfaces.Packing;

/// <summary>What a release has beside its NuGet packages, in one directory with them.</summary>
internal static class ReleaseFiles
{
    /// <summary>The platform that the native program is for.</summary>
    public const string Platform = "linux-x64";

    private const string BillEnding = ".cdx.json";

    /// <summary>The licences that go along with the native program, of which the restored packages are known.</summary>
    public static IReadOnlyList<PackedFile> LicencesOf(string root, string platform = Platform) =>
        Licences.Collect(root, RestoredPackage.In(Path.Combine(root, "src", "fronts", "ModelOps.Native", "obj", "project.assets.json"), platform));

    /// <summary>
    /// Makes the archive and the wheel where a native program is, writes packages and bill of materials again without time and chance, and sums up.
    /// </summary>
    /// <param name="root">Root of the repository.</param>
    /// <param name="native">Directory of the native program, which need not be there.</param>
    /// <param name="output">Directory with packages and bill of materials, into which the rest comes.</param>
    /// <param name="time">Time that all files get.</param>
    /// <returns>What was left out, a line each.</returns>
    public static IReadOnlyList<string> Write(string root, string native, string output, DateTimeOffset time)
    {
        var wheel = new Wheel(ToolkitVersion.Full);
        var isNative = File.Exists(Path.Combine(native, "bin", "modelops"));
        if (isNative)
        {
            var program = NativeDirectory.Read(native);
            var licences = LicencesOf(root);
            File.WriteAllBytes(Path.Combine(output, ReleaseArchive.FileName), ReleaseArchive.Write(program, licences, time));
            File.WriteAllBytes(Path.Combine(output, wheel.FileName), wheel.Write(program, licences, time));
        }

        foreach (var package in Directory.EnumerateFiles(output, "*.nupkg"))
        {
            File.WriteAllBytes(package, NuGetPackageFile.Rewrite(File.ReadAllBytes(package), time));
        }

        foreach (var bill in Directory.EnumerateFiles(output, $"*{BillEnding}"))
        {
            File.WriteAllText(bill, BillOfMaterials.Rewrite(File.ReadAllText(bill), time));
        }

        File.WriteAllText(Path.Combine(output, Checksums.FileName), Checksums.Of(output));
        return isNative ? [] : [$"not made, for want of a native program: {ReleaseArchive.FileName}", $"not made, for want of a native program: {wheel.FileName}"];
    }
}
