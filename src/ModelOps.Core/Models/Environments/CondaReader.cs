using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Models.Environments;

/// <summary>Reads conda.yaml.</summary>
internal static class CondaReader
{
    public static Reading<CondaEnvironment> Read(string file)
    {
        var problems = new List<Diagnostic>();
        if (SafeYaml.LoadFile(file, ModelDiagnostics.EnvironmentMalformed, problems) is not { } source
            || new EnvironmentLists(source, problems) is var lists && lists.Root is not { } root)
        {
            return new(null, problems);
        }

        var packages = new List<CondaPackage>();
        var requirements = new List<Requirement>();
        foreach (var item in lists.Items(root, "dependencies"))
        {
            if (item is YamlMappingNode nested && nested.Children.ContainsKey(new YamlScalarNode("pip")))
            {
                requirements.AddRange(lists.Requirements(nested, "pip"));
            }
            else if (lists.Text(item) is { } package)
            {
                packages.Add(CondaPackage.Parse(package.Text, package.Span));
            }
        }

        return new(
            new()
            {
                Source = source,
                ChannelsSpan = root.Find("channels") is { } channels ? source.At(channels) : null,
                DependenciesSpan = root.Find("dependencies") is { } dependencies ? source.At(dependencies) : null,
                Channels = [.. lists.Items(root, "channels").Select(lists.Text).OfType<LocatedText>()],
                Packages = packages,
                Requirements = requirements,
            },
            problems);
    }
}
