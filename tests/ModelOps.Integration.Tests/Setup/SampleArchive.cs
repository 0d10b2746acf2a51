using System.Text;
using ModelOps.Surfaces;
using ModelOps.Surfaces.Packing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>An archive as a release has it, with a program that only says its version.</summary>
internal static class SampleArchive
{
    /// <summary>Its bytes.</summary>
    public static byte[] Write(string? version = null) => TarArchive.Write(
        [
            new("bin/modelops", Encoding.UTF8.GetBytes($"#!/bin/sh\necho {version ?? ToolkitVersion.Full}\n"), IsProgram: true),
            new("lib/modelops/libgit2.so", [1, 2, 3]),
            new("LICENSE", [4]),
        ],
        DateTimeOffset.UnixEpoch);
}
