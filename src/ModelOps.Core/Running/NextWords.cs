namespace ModelOps.Core.Running;

/// <summary>Words of a command that is suggested: short, and with a meaning where the verb was called.</summary>
internal static class NextWords
{
    /// <summary>A path as somebody would type it: relative where it is in the working directory.</summary>
    public static string Path(string path, string workingDirectory)
    {
        var relative = System.IO.Path.GetRelativePath(workingDirectory, path);
        return System.IO.Path.IsPathRooted(relative) || relative.Split(System.IO.Path.DirectorySeparatorChar)[0] == ".." ? path : relative;
    }

    /// <summary>The option that names the model; nothing where modelops.yml lists just this one.</summary>
    public static IEnumerable<string> Model(string name, VerbContext context) =>
        context.Configuration.Models is [var only] && only.Name == name ? [] : ["--model", name];
}
