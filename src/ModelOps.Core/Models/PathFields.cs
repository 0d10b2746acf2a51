using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Models;

/// <summary>Finds every path in MLmodel, except for environment files.</summary>
internal static class PathFields
{
    public static IEnumerable<PathField> Of(MlModel model)
    {
        foreach (var flavor in model.Flavors)
        {
            foreach (var field in PathTable.All.Select(key => Field(flavor, key)).Concat(Nested(flavor)).OfType<PathField>())
            {
                yield return field;
            }
        }

        if (model.Example?.ArtifactPath is { } example)
        {
            yield return new("saved_input_example_info.artifact_path", example.Text, example.Span, Severity.Warning);
        }

        if (model.Example?.ServingPath is { } serving)
        {
            yield return new("saved_input_example_info.serving_input_path", serving.Text, serving.Span, Severity.Warning);
        }
    }

    private static PathField? Field(Flavor flavor, string key)
    {
        if (flavor.Text(key) is not { } path)
        {
            return null;
        }

        var use = PathTable.UseOf(flavor, key);
        return new($"{flavor.Name}.{key}", use == PathUse.LastPart ? LastPart(path.Text) : path.Text, path.Span, IfMissing(flavor), use);
    }

    private static Severity? IfMissing(Flavor flavor) =>
        PathTable.IsReadByMlflow(flavor) ? Severity.Error : flavor.Name == Flavor.PythonFunction ? Severity.Warning : null;

    // Written on Windows, read anywhere.
    private static string LastPart(string path) => path.TrimEnd('/', '\\').Split('/', '\\')[^1];

    // python_function.artifacts is {name: {path, uri}}; pytorch.extra_files is a list of {path}, requirements_file one {path}.
    private static IEnumerable<PathField> Nested(Flavor flavor)
    {
        var parents = PathTable.Holders.Select(flavor.Keys.Find);
        var holders = parents.SelectMany(parent => parent switch
        {
            YamlMappingNode { Children: var children } mapping => children.Values.Append(mapping),
            YamlSequenceNode list => list.Children,
            _ => [],
        });
        foreach (var path in holders.OfType<YamlMappingNode>().Select(holder => holder.Find("path")).OfType<YamlScalarNode>())
        {
            yield return new($"{flavor.Name} artifact", path.Value!, flavor.Source.At(path), IfMissing(flavor));
        }
    }
}
