namespace ModelOps.Core.Contract;

/// <summary>A place that may hold values of inputs.</summary>
public interface IInputSource
{
    /// <summary>Looks for the value of an input.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The raw text, or null when this source has none.</returns>
    RawValue? Find(InputDescriptor input);
}
