using System.Xml;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Suites.Results;

/// <summary>Reads a file of test results: JUnit XML or TRX, told apart by what is in it.</summary>
/// <remarks>The file comes from a program that is not ours: no document type, no entities, nothing outside of the file, and bounds for all that grows.</remarks>
internal static class ResultFile
{
    /// <summary>Largest file, in bytes. An attribute as large as the file is held in memory twice, with two bytes a letter.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>Most tests in a file.</summary>
    public const int MaxCases = 200_000;

    /// <summary>Most elements within each other.</summary>
    public const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = MaxBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Test names and messages with control characters, which some writers leave in, are still test names and messages.
        CheckCharacters = false,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedResultsException">It is none of the formats, or not within the bounds.</exception>
    public static TestResults Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).LinkTarget is not null)
            {
                throw new RefusedResultsException("is a link, which could lead to any file of the machine");
            }

            if (SpecialFile.DescribeTarget(path) is { } kind)
            {
                throw new RefusedResultsException($"is {kind}, not a file");
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return stream.Length <= MaxBytes
                ? Read(stream, cancellationToken)
                : throw new RefusedResultsException($"has {stream.Length} bytes; the limit is {MaxBytes}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedResultsException($"cannot be read: {failure.Message.TrimEnd('.')}", failure);
        }
    }

    /// <summary>Reads a stream.</summary>
    /// <exception cref="RefusedResultsException">It is none of the formats, or not within the bounds.</exception>
    public static TestResults Read(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            using var xml = XmlReader.Create(stream, Settings);
            var reader = new BoundedXml(xml, cancellationToken);
            xml.MoveToContent();
            return xml.LocalName switch
            {
                "testsuites" or "testsuite" => JUnitReader.Read(reader),
                "TestRun" => TrxReader.Read(reader),
                var name => throw new RefusedResultsException($"begins with <{name}>; JUnit XML begins with <testsuites> or <testsuite>, TRX with <TestRun>"),
            };
        }
        catch (XmlException failure)
        {
            throw new RefusedResultsException($"is not XML that can be read: {failure.Message.TrimEnd('.')}", failure);
        }
    }
}
