using System.Text;
using System.Text.Json;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Packing;

public sealed class LicencesTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Parts_of_the_program_bring_their_licence_and_tools_of_the_build_do_not()
    {
        Package("with.file", "LICENSE.txt", "The terms.", "file", "LICENSE.txt");
        Package("with.mit", "readme.md", "", "expression", "MIT");
        Package("with.apache", "readme.md", "", "expression", "MS-PL OR Apache-2.0");
        Package("analyzer", "readme.md", "", "expression", "MIT");
        Package("runtime", "THIRD-PARTY-NOTICES.TXT", "Notices.", "expression", "MIT");

        var files = Licences.Collect(TestFiles.Root, RestoredPackage.In(Assets(), "linux-x64")).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content));

        Assert.Equal(
            ["LICENSE", "licences/Apache-2.0.txt", "licences/Runtime.txt", "licences/With.Apache.txt", "licences/With.File.txt", "licences/With.Mit.txt"],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("The terms.", files["licences/With.File.txt"], StringComparison.Ordinal);
        Assert.Contains("Apache License", files["licences/Apache-2.0.txt"], StringComparison.Ordinal);
        Assert.Contains("Apache-2.0.txt", files["licences/With.Apache.txt"], StringComparison.Ordinal);
        Assert.StartsWith("With.Mit 1.0.0\n(c) Somebody\nMIT\n\nPermission is hereby granted", files["licences/With.Mit.txt"], StringComparison.Ordinal);
        Assert.Contains("Notices.", files["licences/Runtime.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_whose_licence_has_no_text_stops_the_release()
    {
        Package("strange", "readme.md", "", "expression", "WTFPL");

        var failure = Assert.Throws<InvalidDataException>(() => Licences.Collect(TestFiles.Root, [new("Strange", "1.0.0", _directory.File("strange/1.0.0"))]));

        Assert.Contains("Strange 1.0.0", failure.Message, StringComparison.Ordinal);
    }

    private void Package(string id, string file, string text, string type, string licence)
    {
        var directory = Directory.CreateDirectory(_directory.File($"{id}/1.0.0")).FullName;
        File.WriteAllText(Path.Combine(directory, file), text);
        File.WriteAllText(
            Path.Combine(directory, $"{id}.nuspec"),
            $"""<package xmlns="x"><metadata><id>{id}</id><license type="{type}">{licence}</license><copyright>(c) Somebody</copyright></metadata></package>""");
    }

    private string Assets()
    {
        object Library(string file) => new { type = "package", runtime = new Dictionary<string, object> { [file] = new { } } };
        var target = new Dictionary<string, object>
        {
            ["With.File/1.0.0"] = new { type = "package", native = new { } },
            ["With.Mit/1.0.0"] = Library("lib/net10.0/Mit.dll"),
            ["With.Apache/1.0.0"] = Library("lib/net10.0/Apache.dll"),
            ["Analyzer/1.0.0"] = Library("lib/net10.0/_._"),
            ["Ours/1.0.0"] = new { type = "project" },
        };
        object[] parts = [new { name = "Runtime", version = "[1.0.0, 1.0.0]" }, new { name = "Absent", version = "[1.0.0, 1.0.0]" }];
        File.WriteAllText(_directory.File("project.assets.json"), JsonSerializer.Serialize(new
        {
            packageFolders = new Dictionary<string, object> { [_directory.Path] = new { } },
            targets = new Dictionary<string, object> { ["net10.0"] = new { }, ["net10.0/linux-x64"] = target },
            project = new { frameworks = new Dictionary<string, object> { ["net10.0"] = new { downloadDependencies = parts } } },
        }));
        return _directory.File("project.assets.json");
    }
}
