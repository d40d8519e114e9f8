namespace Gradus.Learning.Data.Csv;

/// <summary>What a column holds.</summary>
public enum CsvType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Finite decimal numbers with a point: 1, -0.5, 6.02e23.</summary>
    Number,

    /// <summary>Whole numbers of at most 64 bits.</summary>
    Integer,
}
