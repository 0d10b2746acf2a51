using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Surfaces.Tests.House;

/// <summary>A project without code that is built as ours are, from packages that the build has downloaded already.</summary>
internal sealed class HouseProject : IDisposable
{
    private readonly TempDirectory _directory = new();

    public HouseProject()
    {
        System.IO.File.WriteAllText(File("Some.csproj"), """<Project Sdk="Microsoft.NET.Sdk" />""");
        System.IO.File.WriteAllText(File("NuGet.Config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props"])
        {
            System.IO.File.WriteAllText(File(name), $"""<Project><Import Project="{Path.Combine(TestFiles.Root, name)}" /></Project>""");
        }
    }

    public string Directory => _directory.Path;

    public void Dispose() => _directory.Dispose();

    public string File(string name) => _directory.File(name);

    public Task<ToolResult> DotNetAsync(params string[] arguments) => DotNet.RunAsync(Directory, arguments);
}
