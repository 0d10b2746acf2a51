// Two clones of the commit that is checked out, in directories that have nothing in common, packed one after the other: the same files, byte for byte.
Task("Reproduce")
    .Description("Packs two clones of the commit that is checked out, in different directories, and fails where a file of one is not that of the other. Takes twice as long as a build and Pack.")
    .Does(() =>
    {
        var place = System.IO.Directory.CreateTempSubdirectory("modelops-reproduce-").FullName;
        var clones = new[] { System.IO.Path.Combine(place, "one"), System.IO.Path.Combine(place, "another", "and", "deeper") };
        var sums = clones.Select(PackClone).ToList();
        var different = sums[0].Except(sums[1]).Concat(sums[1].Except(sums[0])).Select(line => line[(line.LastIndexOf(' ') + 1)..]).Distinct().Order(StringComparer.Ordinal).ToList();
        if (different.Count > 0)
        {
            throw new CakeException($"Not the same in {string.Join(" and ", clones)}: {string.Join(", ", different)}");
        }

        System.IO.Directory.Delete(place, recursive: true);
        Say($"{sums[0].Count} files are the same: {string.Join(", ", sums[0].Select(line => line[(line.LastIndexOf(' ') + 1)..]))}");
    });

// The lines of its SHA256SUMS.
List<string> PackClone(string directory)
{
    var clock = System.Diagnostics.Stopwatch.StartNew();
    RunIn(root, "git", "clone", "--quiet", root.FullPath, directory);
    RunIn(directory, System.IO.Path.Combine(directory, "build.sh"), "--target", "Pack", "--configuration", configuration);
    Say($"Packed {directory} in {clock.Elapsed.TotalSeconds:0} s");
    return System.IO.File.ReadAllLines(System.IO.Path.Combine(directory, "artifacts", "packages", "SHA256SUMS")).ToList();
}

void RunIn(DirectoryPath directory, string program, params string[] words)
{
    var arguments = words.Aggregate(new ProcessArgumentBuilder(), (list, word) => list.AppendQuoted(word));
    if (StartProcess(program, new ProcessSettings { WorkingDirectory = directory, Arguments = arguments }) is not 0 and var exitCode)
    {
        throw new CakeException(exitCode, $"{program} {string.Join(' ', words)} ended with exit code {exitCode}.");
    }
}
