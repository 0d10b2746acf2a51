using System.Text;
using System.Xml;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Suites;

/// <summary>Writes the results of all stages as one JUnit file: a test suite a stage.</summary>
internal static class JUnitFile
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="reports">The stages.</param>
    /// <param name="root">The working tree; files are named relative to it.</param>
    public static void Write(string path, IReadOnlyList<StageReport> reports, string root)
    {
        using var staged = StagedFile.Create(path, 0);
        using var stream = new FileStream(staged.Handle, FileAccess.Write);
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "modelops");
            foreach (var report in reports)
            {
                new JUnitSuite(xml, root).Write(report);
            }

            xml.WriteEndElement();
        }

        stream.Flush();
        staged.Commit();
    }
}
