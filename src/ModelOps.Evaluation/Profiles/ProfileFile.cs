using System.Text;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Evaluation.Profiles;

/// <summary>A profile as a JSON file.</summary>
internal static class ProfileFile
{
    /// <summary>Format that is written, and the only one that is read.</summary>
    public const string Format = "modelops-profile/1";

    private const string FormatName = "modelops-profile/";
    private const int HeadLength = 64;

    /// <summary>Reads a profile.</summary>
    /// <exception cref="ModelOpsException">It is none, or its content makes no sense (MOP6001, MOP6003, MOP6007; exit 2).</exception>
    public static async Task<DataProfile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var problems = new RowProblems(path);
        var (source, root) = await JsonDocumentFile.ReadAsync(path, problems, cancellationToken);
        var profile = new ProfileParser(source, problems).Parse(root);
        problems.ThrowIfAny();
        return profile;
    }

    /// <summary>Reads a profile, or makes it where the file holds inputs.</summary>
    /// <exception cref="ModelOpsException">The file is neither (exit 2).</exception>
    public static async Task<DataProfile> ReadOrProfileAsync(string path, CancellationToken cancellationToken) =>
        IsProfile(path) ? await ReadAsync(path, cancellationToken) : await DataProfiler.ProfileAsync(path, like: null, cancellationToken);

    /// <summary>Writes a profile; the file is there as a whole or not at all.</summary>
    public static async Task WriteAsync(DataProfile profile, string path, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            Write(writer, profile);
        }

        bytes.WriteByte((byte)'\n');
        await StagedFile.WriteAsync(Path.GetFullPath(path), bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
    }

    // The format is the first property, so that a profile is told from a JSON line by its beginning.
    private static bool IsProfile(string path)
    {
        if (!File.Exists(path) || SpecialFile.DescribeTarget(Path.GetFullPath(path)) is not null)
        {
            return false;
        }

        var head = new byte[HeadLength];
        using var file = File.OpenRead(path);
        var text = head.AsSpan(0, file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false));
        return text.TrimStart("\uFEFF \t\r\n"u8).StartsWith("{"u8) && text.IndexOf(Encoding.UTF8.GetBytes(FormatName)) >= 0;
    }

    private static void Write(Utf8JsonWriter writer, DataProfile profile)
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteNumber("rows", profile.Rows);
        writer.WriteStartArray("columns");
        foreach (var column in profile.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            WriteNumbers(writer, "edges", column.Edges);
            writer.WriteStartArray("categories");
            foreach (var category in column.Categories)
            {
                writer.WriteStringValue(category);
            }

            writer.WriteEndArray();
            WriteNumbers(writer, "shares", column.Shares);
            writer.WriteNumber("missing", column.Missing);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IReadOnlyList<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
