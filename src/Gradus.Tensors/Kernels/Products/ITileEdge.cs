namespace Gradus.Tensors.Kernels.Products;

/// <summary>Whether the last vector of a tile is a partial one; the compiler folds the answers.</summary>
internal interface ITileEdge
{
    /// <summary>Whether it is masked where C is read and written.</summary>
    static abstract bool MasksC { get; }

    /// <summary>Whether it is masked where B is read, too. A packed B is filled with 0 instead.</summary>
    static abstract bool MasksB { get; }
}

/// <summary>All vectors are whole.</summary>
internal readonly struct WholeTile : ITileEdge
{
    public static bool MasksC => false;

    public static bool MasksB => false;
}

/// <summary>The last vector is partial, B is packed.</summary>
internal readonly struct PackedEdge : ITileEdge
{
    public static bool MasksC => true;

    public static bool MasksB => false;
}

/// <summary>The last vector is partial, and B lies where it is.</summary>
internal readonly struct DirectEdge : ITileEdge
{
    public static bool MasksC => true;

    public static bool MasksB => true;
}
