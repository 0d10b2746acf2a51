#!/usr/bin/env pwsh
# Restores the build tool and runs build/build.cake with the arguments given, e.g. ./build.ps1 --target Test
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine("The .NET 10 SDK is needed and 'dotnet' was not found. Install it: https://dotnet.microsoft.com/download/dotnet/10.0")
    exit 2
}
# Windows PowerShell ends a script at the first redirected error line of a program while this is 'Stop'.
$ErrorActionPreference = 'Continue'
dotnet --version *> $null
$ErrorActionPreference = 'Stop'
if ($LASTEXITCODE -ne 0) {
    [Console]::Error.WriteLine("The .NET 10 SDK is needed, and no installed SDK is new enough. Install it: https://dotnet.microsoft.com/download/dotnet/10.0")
    exit 2
}
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
dotnet tool restore --verbosity quiet | Out-Null
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet cake build/build.cake @args
exit $LASTEXITCODE
