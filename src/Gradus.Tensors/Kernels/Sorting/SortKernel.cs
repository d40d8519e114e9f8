namespace Gradus.Tensors.Kernels.Sorting;

/// <summary>Sorts keys, or finds the first k of them in order.</summary>
internal static unsafe class SortKernel
{
    private const int LeastRadix = 512;
    private const int Buckets = 256;

    /// <summary>Sorts; <paramref name="spare"/> holds as many keys.</summary>
    internal static void Sort<TKey>(TKey* keys, TKey* spare, int length)
        where TKey : unmanaged, ISortKey<TKey>
    {
        if (length < LeastRadix)
        {
            new Span<TKey>(keys, length).Sort();
            return;
        }

        Radix(keys, spare, length);
    }

    /// <summary>Brings the least <paramref name="k"/> keys to the front, in any order, the largest of them to place k − 1.</summary>
    internal static void Select<TKey>(TKey* keys, TKey* spare, int length, int k)
        where TKey : unmanaged, ISortKey<TKey>
    {
        int low = 0, high = length - 1, target = k - 1;
        int rounds = 64; // twice the logarithm of the longest row; after as many poor pivots sorting is safe
        while (high - low > 16 && rounds-- > 0)
        {
            TKey a = keys[low], b = keys[low + ((high - low) / 2)], c = keys[high];
            TKey pivot = a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
            int i = low, j = high;
            while (i <= j)
            {
                while (keys[i] < pivot)
                {
                    i++;
                }

                while (keys[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (keys[i], keys[j]) = (keys[j], keys[i]);
                    i++;
                    j--;
                }
            }

            if (target <= j)
            {
                high = j;
            }
            else if (target >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }

        Sort(keys + low, spare, high - low + 1);
    }

    // From the least byte to the highest; bytes that are the same in all keys cost nothing but their count.
    private static void Radix<TKey>(TKey* keys, TKey* spare, int length)
        where TKey : unmanaged, ISortKey<TKey>
    {
        int* counts = stackalloc int[Buckets * TKey.Digits];
        new Span<int>(counts, Buckets * TKey.Digits).Clear();
        for (int i = 0; i < length; i++)
        {
            TKey key = keys[i];
            for (int digit = 0; digit < TKey.Digits; digit++)
            {
                counts[(digit * Buckets) + key.Digit(digit)]++;
            }
        }

        TKey* from = keys, to = spare;
        for (int digit = 0; digit < TKey.Digits; digit++)
        {
            int* places = counts + (digit * Buckets);
            if (places[from[0].Digit(digit)] == length)
            {
                continue;
            }

            int sum = 0;
            for (int i = 0; i < Buckets; i++)
            {
                (places[i], sum) = (sum, sum + places[i]);
            }

            for (int i = 0; i < length; i++)
            {
                TKey key = from[i];
                to[places[key.Digit(digit)]++] = key;
            }

            TKey* sorted = to;
            to = from;
            from = sorted;
        }

        if (from != keys)
        {
            new ReadOnlySpan<TKey>(from, length).CopyTo(new Span<TKey>(keys, length));
        }
    }
}
