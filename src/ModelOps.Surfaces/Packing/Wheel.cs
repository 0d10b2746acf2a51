using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ModelOps.Surfaces.Packing;

/// <summary>
/// The native program as a Python wheel without Python code: the program is in its scripts, and the libraries are in <c>libexec/modelops</c> beside
/// them, since <c>pip install --target</c> drops what a wheel lays into <c>lib</c>.
/// </summary>
internal sealed class Wheel
{
    private const string Tag = "py3-none-manylinux_2_34_x86_64";

    private readonly string _version;

    /// <param name="version">Version of the toolkit.</param>
    public Wheel(string version) => _version = PythonVersion.From(version);

    /// <summary>Its file name, in which pip reads name, version and platform.</summary>
    public string FileName => $"{Stem}-{Tag}.whl";

    private string Stem => $"modelops-{_version}";

    private string Information => $"{Stem}.dist-info";

    /// <summary>The wheel's bytes. Its information comes last, as PEP 427 asks.</summary>
    public byte[] Write(NativeDirectory native, IReadOnlyList<PackedFile> licences, DateTimeOffset time)
    {
        PackedFile[] data =
        [
            .. native.Libraries.Select(library => library.Below($"{Stem}.data/data/libexec/modelops")),
            native.Program.Below($"{Stem}.data/scripts"),
            .. licences.Select(licence => licence.Below($"{Information}/licenses")),
            Text("METADATA", Metadata(licences)),
            Text("WHEEL", $"Wheel-Version: 1.0\nGenerator: modelops\nRoot-Is-Purelib: false\nTag: {Tag}\n"),
        ];
        var record = string.Concat(data.Select(Recorded));
        return ZipContent.Write([.. data, Text("RECORD", $"{record}{Information}/RECORD,,\n")], time);
    }

    private static string Recorded(PackedFile file) =>
        $"{file.Path},sha256={Base64Url.EncodeToString(SHA256.HashData(file.Content))},{file.Content.Length}\n";

    private PackedFile Text(string name, string text) => new($"{Information}/{name}", Encoding.UTF8.GetBytes(text));

    private string Metadata(IReadOnlyList<PackedFile> licences) => $"""
        Metadata-Version: 2.4
        Name: modelops
        Version: {_version}
        Summary: CI/CD for MLflow models: check, package, register, validate, promote, roll back.
        Author: ModelOps Toolkit maintainers
        Classifier: License :: OSI Approved :: MIT License
        Classifier: Operating System :: POSIX :: Linux
        Classifier: Environment :: Console
        Description-Content-Type: text/markdown
        {string.Join('\n', licences.Select(licence => $"License-File: {licence.Path}"))}

        The `modelops` command as a native program, for Linux on x86-64 with glibc 2.34 or newer. It needs no Python, .NET or git. `modelops --help` lists its verbs.

        """.ReplaceLineEndings("\n");
}
