// The packages that ours are made of, by CycloneDX. Its tool is restored here alone, so that nothing else needs it; without it a release has no bill.
void WriteBill()
{
    var here = new ProcessSettings { WorkingDirectory = root.Combine("build"), Arguments = "tool restore --verbosity quiet" };
    if (StartProcess("dotnet", here) != 0)
    {
        Say("not made, for want of the CycloneDX tool, which could not be restored: modelops.cdx.json");
        return;
    }

    var command = root.CombineWithFilePath("src/fronts/ModelOps.Cli/ModelOps.Cli.csproj").FullPath;
    var exitCode = StartProcess("dotnet", new ProcessSettings
    {
        WorkingDirectory = root.Combine("build"),
        Arguments = new ProcessArgumentBuilder().Append("tool run dotnet-CycloneDX --").AppendQuoted(command)
            .Append("--disable-package-restore --include-license-text --output-format UnsafeJson --set-name modelops --set-version").AppendQuoted(ToolkitVersion())
            .Append("--filename modelops.cdx.json --output").AppendQuoted(packages.FullPath),
        RedirectStandardOutput = true,
    }, out var output);
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"CycloneDX ended with exit code {exitCode}.\n{string.Join('\n', output)}");
    }
}

// The one property that every other place is made from.
string ToolkitVersion() => System.Xml.Linq.XDocument.Load(root.CombineWithFilePath("Directory.Build.props").FullPath).Descendants("Version").Single().Value;
