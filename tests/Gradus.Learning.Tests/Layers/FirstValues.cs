namespace Gradus.Learning.Tests.Layers;

/// <summary>The statistics of a parameter's first values over many fresh layers of PyTorch.</summary>
internal sealed record FirstValues(double Mean, double Deviation, double Kurtosis, double Least, double Most);
