namespace ModelOps.Core.Contract;

/// <summary>What an input says about how many models a call is for.</summary>
public enum ModelInput
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It belongs to one model, so that a call for several cannot have it.</summary>
    One,

    /// <summary>It asks for several.</summary>
    Several,
}
