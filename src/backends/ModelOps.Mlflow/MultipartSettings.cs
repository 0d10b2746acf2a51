namespace ModelOps.Mlflow;

/// <summary>When and how a file is uploaded in parts.</summary>
/// <param name="Enabled">Whether parts are used at all.</param>
/// <param name="MinimumBytes">Smallest file that is.</param>
/// <param name="PartBytes">Size of every part but the last.</param>
internal sealed record MultipartSettings(bool Enabled, long MinimumBytes, long PartBytes);
