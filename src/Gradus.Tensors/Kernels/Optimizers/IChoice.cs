namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>A variant of a rule that is chosen when the kernel is compiled.</summary>
internal interface IChoice
{
    static abstract bool IsTaken { get; }
}

/// <summary>The variant is taken.</summary>
internal readonly struct Taken : IChoice
{
    public static bool IsTaken => true;
}

/// <summary>It is not.</summary>
internal readonly struct Left : IChoice
{
    public static bool IsTaken => false;
}
