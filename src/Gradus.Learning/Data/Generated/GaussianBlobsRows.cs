namespace Gradus.Learning.Data.Generated;

/// <summary>Rows of <see cref="GaussianBlobs"/> with what is known about them.</summary>
public sealed record GaussianBlobsRows : PosteriorRows;
