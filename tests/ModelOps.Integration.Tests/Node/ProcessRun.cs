using System.Diagnostics;

namespace ModelOps.Integration.Tests.Node;

/// <summary>What a child process said.</summary>
internal sealed record ProcessRun(int ExitCode, string Output, string Error)
{
    public static async Task<ProcessRun> StartAsync(string program, IEnumerable<string> arguments, ProcessOptions options)
    {
        using var process = Process.Start(Describe(program, arguments, options))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(options.Input ?? "");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    internal static ProcessStartInfo Describe(string program, IEnumerable<string> arguments, ProcessOptions options)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = options.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (options.Environment is { } environment)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }
}
