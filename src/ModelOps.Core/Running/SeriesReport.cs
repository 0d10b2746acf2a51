using System.Text.Json.Nodes;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>What came of each of several models.</summary>
/// <param name="Models">Models and their reports, in the order of modelops.yml.</param>
/// <param name="Diagnostics">What was found about the call as a whole.</param>
public sealed record SeriesReport(IReadOnlyList<ModelReport> Models, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The outputs that every front has.</summary>
    public SeveralModelsResult Result => new()
    {
        Models = [.. Models.Select(model => model.Model)],
        Results = [.. Models.Select(model => new ModelOutcome(model.Model, (int)model.Report.ExitCode, Simple(model.Report)))],
    };

    /// <summary>How many models there are, and how they ended.</summary>
    internal string Verdict
    {
        get
        {
            var ends = ExitCodeOrder.All.Reverse()
                .Select(code => (Code: code, Names: Models.Where(model => model.Report.ExitCode == code).Select(model => model.Model).ToList()))
                .Where(end => end.Names.Count > 0)
                .Select(end => $"{end.Names.Count} {Words(end.Code)}{(end.Code == ExitCode.Ok ? "" : $" ({string.Join(", ", end.Names)})")}");
            return Models.Count == 0 ? "no model ran" : $"{Models.Count} model{(Models.Count == 1 ? "" : "s")}: {string.Join(", ", ends)}";
        }
    }

    /// <summary>An exit code in words.</summary>
    internal static string Words(ExitCode code) => code == ExitCode.Ok ? "done" : new InputName(code.ToString()).Kebab.Replace('-', ' ');

    // Build hosts hand outputs on as variables of an environment, which have no room for the tables of forty models.
    private static JsonObject? Simple(VerbReport report) => report.Result is not { } result ? null
        : new(report.Verb.Outputs.Where(output => !output.IsTable).Select(output => KeyValuePair.Create(output.Name.Camel, output.NodeIn(result))));
}
