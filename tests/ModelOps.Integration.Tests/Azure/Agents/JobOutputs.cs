using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>What jobs hand on to jobs of later stages.</summary>
internal sealed partial class JobOutputs
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public void Keep(string stage, string job, IReadOnlyDictionary<string, string> outputs)
    {
        foreach (var (name, value) in outputs)
        {
            _values[$"{stage}.{job}.{name}"] = value;
        }
    }

    /// <summary>Sets the variables of a job: what no job handed on is empty.</summary>
    public void SetIn(AgentVariables variables, YamlMappingNode job)
    {
        foreach (var (name, expression) in AgentNode.Pairs(job, "variables", text => text))
        {
            var match = Form().Match(expression);
            variables.Set(name, match.Success ? _values.GetValueOrDefault($"{match.Groups["job"]}.{match.Groups["output"]}", "") : throw new InvalidDataException($"'{expression}' is not known here."));
        }
    }

    [GeneratedRegex(@"\A\$\[ stageDependencies\.(?<job>\w+\.\w+)\.outputs\['(?<output>[\w.]+)'\] \]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
