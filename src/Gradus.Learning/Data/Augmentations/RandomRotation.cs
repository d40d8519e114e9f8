namespace Gradus.Learning.Data.Augmentations;

/// <summary>Rotates each image about its centre by a random angle; as torchvision's RandomRotation without expansion.</summary>
/// <param name="degrees">The largest angle either way, in degrees.</param>
/// <param name="interpolation">How pixels are read between others; the nearest by default.</param>
/// <param name="fill">The value of what comes from outside; 0 by default.</param>
public sealed class RandomRotation(double degrees, InterpolationMode interpolation = InterpolationMode.Nearest, float fill = 0)
    : RandomAffine(degrees, interpolation: interpolation, fill: fill);
