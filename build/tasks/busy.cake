using System.Diagnostics;

// Runs an action beside processes that keep the machine busy. They are ended by their ids whatever happens; should this process be killed, each
// sees that it is gone and ends by itself.
void WithBusyProcesses(int count, Action action)
{
    var busy = new List<Process>();
    try
    {
        for (var number = 0; number < count; number++)
        {
            busy.Add(Process.Start(BusyLoop()));
        }

        Information("Busy beside this: {0}", string.Join(", ", busy.Select(process => process.Id)));
        action();
        foreach (var process in busy.Where(process => process.HasExited))
        {
            throw new CakeException($"The busy process {process.Id} ended by itself with exit code {process.ExitCode}: the machine was not as busy as meant.");
        }
    }
    finally
    {
        foreach (var process in busy)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}

ProcessStartInfo BusyLoop() => IsRunningOnWindows()
    ? new("powershell", new[]
    {
        "-NoProfile", "-Command",
        $"while (Get-Process -Id {Environment.ProcessId} -ErrorAction SilentlyContinue) {{ for ($i = 0; $i -lt 200000; $i++) {{ }} }}",
    })
    : new("sh", new[]
    {
        "-c", "while kill -0 \"$1\" 2> /dev/null; do i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done; done", "busy", $"{Environment.ProcessId}",
    });
