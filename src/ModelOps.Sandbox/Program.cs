using ModelOps.Sandbox.Hosting;

return await SandboxProgram.RunAsync(Console.In, Console.Out);
