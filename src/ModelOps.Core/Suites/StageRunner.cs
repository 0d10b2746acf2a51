using System.Diagnostics;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Hosting;
using ModelOps.Core.Processes;
using ModelOps.Core.Suites.Results;

namespace ModelOps.Core.Suites;

/// <summary>Runs a stage and reads its results.</summary>
/// <param name="relay">Shows the output as it comes.</param>
/// <param name="redactor">Hides secrets in output and results.</param>
/// <param name="root">The working tree, in which places of failures are looked for.</param>
internal sealed class StageRunner(Action<string> relay, SecretRedactor redactor, string root)
{
    /// <summary>Runs a stage to its end.</summary>
    /// <param name="plan">The stage.</param>
    /// <param name="request">Its command.</param>
    /// <param name="cancellationToken">Ends the command with all that it started.</param>
    public async Task<StageReport> RunAsync(StagePlan plan, ProcessRequest request, CancellationToken cancellationToken)
    {
        WorkDirectory.Create(Path.GetDirectoryName(plan.ResultsFile)!);
        var before = FileStamp.Of(plan.ResultsFile);
        var output = new PytestOutput();
        var started = Stopwatch.GetTimestamp();
        ProcessResult ended;
        try
        {
            ended = await ProcessRunner.RunAsync(request, Take, cancellationToken);
        }
        catch (ModelOpsException failure)
        {
            return new(plan, StageStatus.CouldNotRun) { Diagnostics = failure.Diagnostics };
        }

        var judge = new StageJudge(plan, ended, Stopwatch.GetElapsedTime(started).TotalSeconds, new(root, plan.Directory));
        try
        {
            return judge.Judge(Read(plan, before, output, cancellationToken));
        }
        catch (RefusedResultsException refused)
        {
            return judge.Refuse(refused);
        }

        void Take(string line)
        {
            output.Add(line);
            relay(redactor.Redact(line));
        }
    }

    private TestResults? Read(StagePlan plan, FileStamp? before, PytestOutput output, CancellationToken cancellationToken)
    {
        if (plan.IsEntryPoint)
        {
            return null;
        }

        var after = FileStamp.Of(plan.ResultsFile);
        var results = after is null || after == before ? output.Results : ResultFile.Read(plan.ResultsFile, cancellationToken);
        return results is null ? null : results with { Cases = [.. results.Cases.Select(Redact)] };
    }

    private TestCase Redact(TestCase test) => test with
    {
        Name = redactor.Redact(test.Name),
        Message = redactor.Redact(test.Message),
        Details = redactor.Redact(test.Details),
    };
}
