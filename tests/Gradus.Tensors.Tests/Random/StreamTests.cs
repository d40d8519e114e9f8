namespace Gradus.Tensors.Tests.Random;

/// <summary>Streams of one seed, of several seeds, and their parts by name and number, share no numbers and are not alike.</summary>
public sealed class StreamTests
{
    private const int Blocks = 256;

    [Fact]
    public void Streams_ManySeedsStreamsAndNames_ShareNoBlock()
    {
        HashSet<(ulong, ulong)> seen = [];
        int streams = 0;
        foreach (Rng rng in Many())
        {
            streams++;
            for (int i = 0; i < Blocks; i++)
            {
                Assert.True(seen.Add((rng.NextULong(), rng.NextULong())), $"a block of stream {rng.Stream} of seed {rng.Seed} was seen before");
            }
        }

        Assert.Equal(streams * Blocks, seen.Count);
    }

    [Fact]
    public void Split_ManyNamesAndNumbers_GivesDifferentStreams()
    {
        Rng root = new(7);
        HashSet<ulong> streams = [];
        for (int i = 0; i < 50_000; i++)
        {
            Assert.True(streams.Add(root.Split(i).Stream));
            Assert.True(streams.Add(root.Split($"layer.{i}").Stream));
            Assert.True(streams.Add(root.Split("layer").Split(i).Stream));
        }
    }

    [Fact]
    public void Split_OfASplit_DependsOnTheOrder()
    {
        Rng root = new(7);

        Assert.NotEqual(root.Split("a").Split("b").Stream, root.Split("b").Split("a").Stream);
        Assert.NotEqual(root.Split("ab").Stream, root.Split("a").Split("b").Stream);
        Assert.NotEqual(root.Split(1).Split(2).Stream, root.Split(2).Split(1).Stream);
    }

    [Fact]
    public void Streams_Neighbours_AreUncorrelatedBitByBit()
    {
        // Each pair of bits agrees with probability ½: of n = 32 · 20 000 pairs, n/2 ± 5 √n/2.
        const int Words = 20_000;
        foreach ((Rng first, Rng second) in Pairs())
        {
            long agree = 0;
            for (int i = 0; i < Words; i++)
            {
                agree += 32 - System.Numerics.BitOperations.PopCount(first.NextUInt() ^ second.NextUInt());
            }

            Assert.InRange(agree, (16.0 * Words) - (2.5 * Math.Sqrt(32.0 * Words)), (16.0 * Words) + (2.5 * Math.Sqrt(32.0 * Words)));
        }
    }

    [Fact]
    public void Position_AnyPlace_GivesWhatDrawingThereGives()
    {
        uint[] words = [.. Enumerable.Range(0, 100).Select(_ => 0u)];
        Rng rng = new(3, 4);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = rng.NextUInt();
        }

        foreach (int place in (int[])[0, 1, 2, 3, 4, 5, 63, 97, 50, 7])
        {
            rng.Position = (ulong)place;

            Assert.Equal(words[place..Math.Min(place + 3, 100)], Enumerable.Range(0, Math.Min(3, 100 - place)).Select(_ => rng.NextUInt()));
        }
    }

    [Fact]
    public void Position_BeyondTwoToTheThirtyFour_DoesNotRepeatTheBeginning()
    {
        Rng rng = new(1), far = new(1) { Position = 1ul << 34 };

        Assert.NotEqual((rng.NextULong(), rng.NextULong()), (far.NextULong(), far.NextULong()));
    }

    [Fact]
    public void Dropout_SameSeedAndPlace_DropsTheSameWhateverTheShape()
    {
        Tensor row = Tensor.Ones(1000), matrix = Tensor.Ones(10, 100);

        float[] first = row.Dropout(0.3, new Rng(5)).ToArray<float>();

        Assert.Equal(first, matrix.Dropout(0.3, new Rng(5)).ToArray<float>());
        Assert.NotEqual(first, row.Dropout(0.3, new Rng(5).Split("other")).ToArray<float>());
    }

    [Fact]
    public void Dropout_OneStreamAfterTheOther_NeverReusesAMask()
    {
        Rng rng = new(5);
        Tensor x = Tensor.Ones(64);
        HashSet<string> masks = [];
        for (int i = 0; i < 200; i++)
        {
            Assert.True(masks.Add(string.Join(',', x.Dropout(0.5, rng).ToArray<float>())));
        }
    }

    private static IEnumerable<Rng> Many()
    {
        foreach (ulong seed in (ulong[])[0, 1, 2, 3, ulong.MaxValue, 1ul << 32])
        {
            foreach (ulong stream in (ulong[])[0, 1, 2, ulong.MaxValue, 1ul << 32])
            {
                yield return new Rng(seed, stream);
            }

            Rng root = new(seed);
            for (int i = 0; i < 20; i++)
            {
                yield return root.Split(i);
                yield return root.Split($"block.{i}");
                yield return root.Split("dropout").Split(i);
            }
        }
    }

    private static IEnumerable<(Rng First, Rng Second)> Pairs()
    {
        yield return (new Rng(0), new Rng(1));
        yield return (new Rng(0, 0), new Rng(0, 1));
        yield return (new Rng(9).Split(0), new Rng(9).Split(1));
        yield return (new Rng(9).Split("a"), new Rng(9).Split("b"));
        yield return (new Rng(9), new Rng(9) { Position = 4 });
        yield return (new Rng(9), new Rng(9).Split("a"));
    }
}
