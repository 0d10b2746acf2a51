namespace ModelOps.Core.Configuration;

/// <summary>Whether a promotion may leave out environments.</summary>
public enum PromotionOrder
{
    /// <summary>It may, with a warning.</summary>
    Free,

    /// <summary>It may not.</summary>
    Strict,
}
