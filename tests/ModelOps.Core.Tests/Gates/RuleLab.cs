using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Rules;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gates;

/// <summary>Loads a modelops.yml of one model whose evaluation and gates are given.</summary>
internal static class RuleLab
{
    public const string Binary = "{task: binary, run: 'python p.py {model} {predictions} {metrics}', columns: {label: y, prediction: p, probability: [q]}}";

    public static ToolkitConfiguration Load(string? evaluation, string? gates = null)
    {
        using var directory = new TempDirectory();
        var file = directory.File("modelops.yml");
        var text = "models:\n  - name: churn\n    path: models/churn\n"
            + (evaluation is null ? "    description: none\n" : $"    evaluation: {evaluation}\n") + (gates is null ? "" : $"    gates: {gates}\n")
            + "version: 1\nenvironments: {prod: {tracking_uri: 'sqlite:///x.db'}}\n";
        File.WriteAllText(file, text);
        return ConfigurationLoader.Load(file);
    }

    /// <summary>Problems as <c>code (line,column) message</c>.</summary>
    public static string[] Problems(string? evaluation, string? gates = null)
    {
        try
        {
            Load(evaluation, gates);
            return [];
        }
        catch (ModelOpsException failure)
        {
            return [.. failure.Diagnostics.Select(problem => $"{problem.Code} ({problem.Span!.Line},{problem.Span.Column}) {problem.Message}")];
        }
    }
}
