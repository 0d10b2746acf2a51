namespace ModelOps.Integration.Tests.Reports;

/// <summary>What a browser made of a page.</summary>
/// <param name="Complaints">Errors, warnings and messages of the console, exceptions, and breaches of the page's policy.</param>
/// <param name="Requests">Addresses that were asked for beside the page itself.</param>
/// <param name="Width">Width of the content.</param>
/// <param name="Height">Height of the content.</param>
/// <param name="Text">Text that is shown.</param>
/// <param name="Headings">Where each heading begins, from the top of the page.</param>
/// <param name="Screenshot">Picture of the whole page, PNG.</param>
internal sealed record PageView(
    IReadOnlyList<string> Complaints, IReadOnlyList<string> Requests, double Width, double Height, string Text, IReadOnlyDictionary<string, double> Headings, byte[] Screenshot);
