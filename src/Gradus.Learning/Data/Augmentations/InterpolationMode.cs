namespace Gradus.Learning.Data.Augmentations;

/// <summary>How a pixel is read between the centres of others.</summary>
public enum InterpolationMode
{
    /// <summary>The value of the nearest pixel; the even one of two that are as near, as PyTorch rounds.</summary>
    Nearest,

    /// <summary>The mean of the four around it, weighted by nearness.</summary>
    Bilinear,
}
