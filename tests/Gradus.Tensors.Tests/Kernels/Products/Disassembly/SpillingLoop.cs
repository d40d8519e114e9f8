using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gradus.Tensors.Tests.Kernels.Products.Disassembly;

/// <summary>A planted fault: a loop of more sums than there are registers, so that the compiler must spill.</summary>
internal static unsafe class SpillingLoop
{
    /// <summary>The sums.</summary>
    internal const int Sums = 36;

    /// <summary>The name under which the disassembly knows it.</summary>
    internal const string Name = nameof(SpillingTile);

    /// <summary>Runs the loop on ones.</summary>
    internal static float OfOnes(int rounds)
    {
        float* numbers = stackalloc float[64];
        new Span<float>(numbers, 64).Fill(1);
        SpillingTile(numbers, numbers, rounds, numbers + 32);
        return numbers[32];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SpillingTile(float* a, float* b, nint k, float* c)
    {
        Vector256<float> s0 = Vector256.Load(c), s1 = s0 + s0, s2 = s1 + s0, s3 = s2 + s0, s4 = s3 + s0, s5 = s4 + s0, s6 = s5 + s0, s7 = s6 + s0, s8 = s7 + s0;
        Vector256<float> s9 = s8 + s0, s10 = s9 + s0, s11 = s10 + s0, s12 = s11 + s0, s13 = s12 + s0, s14 = s13 + s0, s15 = s14 + s0, s16 = s15 + s0, s17 = s16 + s0;
        Vector256<float> s18 = s17 + s0, s19 = s18 + s0, s20 = s19 + s0, s21 = s20 + s0, s22 = s21 + s0, s23 = s22 + s0, s24 = s23 + s0, s25 = s24 + s0, s26 = s25 + s0;
        Vector256<float> s27 = s26 + s0, s28 = s27 + s0, s29 = s28 + s0, s30 = s29 + s0, s31 = s30 + s0, s32 = s31 + s0, s33 = s32 + s0, s34 = s33 + s0, s35 = s34 + s0;
        for (; k > 0; k--)
        {
            Vector256<float> x = Vector256.Create(*a), y = Vector256.Load(b);
            s0 = Vector256.FusedMultiplyAdd(x, y, s0);
            s1 = Vector256.FusedMultiplyAdd(x, y, s1);
            s2 = Vector256.FusedMultiplyAdd(x, y, s2);
            s3 = Vector256.FusedMultiplyAdd(x, y, s3);
            s4 = Vector256.FusedMultiplyAdd(x, y, s4);
            s5 = Vector256.FusedMultiplyAdd(x, y, s5);
            s6 = Vector256.FusedMultiplyAdd(x, y, s6);
            s7 = Vector256.FusedMultiplyAdd(x, y, s7);
            s8 = Vector256.FusedMultiplyAdd(x, y, s8);
            s9 = Vector256.FusedMultiplyAdd(x, y, s9);
            s10 = Vector256.FusedMultiplyAdd(x, y, s10);
            s11 = Vector256.FusedMultiplyAdd(x, y, s11);
            s12 = Vector256.FusedMultiplyAdd(x, y, s12);
            s13 = Vector256.FusedMultiplyAdd(x, y, s13);
            s14 = Vector256.FusedMultiplyAdd(x, y, s14);
            s15 = Vector256.FusedMultiplyAdd(x, y, s15);
            s16 = Vector256.FusedMultiplyAdd(x, y, s16);
            s17 = Vector256.FusedMultiplyAdd(x, y, s17);
            s18 = Vector256.FusedMultiplyAdd(x, y, s18);
            s19 = Vector256.FusedMultiplyAdd(x, y, s19);
            s20 = Vector256.FusedMultiplyAdd(x, y, s20);
            s21 = Vector256.FusedMultiplyAdd(x, y, s21);
            s22 = Vector256.FusedMultiplyAdd(x, y, s22);
            s23 = Vector256.FusedMultiplyAdd(x, y, s23);
            s24 = Vector256.FusedMultiplyAdd(x, y, s24);
            s25 = Vector256.FusedMultiplyAdd(x, y, s25);
            s26 = Vector256.FusedMultiplyAdd(x, y, s26);
            s27 = Vector256.FusedMultiplyAdd(x, y, s27);
            s28 = Vector256.FusedMultiplyAdd(x, y, s28);
            s29 = Vector256.FusedMultiplyAdd(x, y, s29);
            s30 = Vector256.FusedMultiplyAdd(x, y, s30);
            s31 = Vector256.FusedMultiplyAdd(x, y, s31);
            s32 = Vector256.FusedMultiplyAdd(x, y, s32);
            s33 = Vector256.FusedMultiplyAdd(x, y, s33);
            s34 = Vector256.FusedMultiplyAdd(x, y, s34);
            s35 = Vector256.FusedMultiplyAdd(x, y, s35);
            a++;
            b += Vector256<float>.Count;
        }

        Vector256<float> sum = s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11 + s12 + s13 + s14 + s15 + s16 + s17;
        (sum + s18 + s19 + s20 + s21 + s22 + s23 + s24 + s25 + s26 + s27 + s28 + s29 + s30 + s31 + s32 + s33 + s34 + s35).Store(c);
    }
}
