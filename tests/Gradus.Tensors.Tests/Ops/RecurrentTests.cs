using Gradus.Tensors.Tests.Ops.Tables;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>What the table does not ask of recurrent sequences.</summary>
public sealed class RecurrentTests
{
    public static TheoryData<string> Kinds => ["lstm", "gru", "rnn", "relu"];

    /// <summary>Every tail of every vector width; inputs so wide that their product is one for all steps, and none at all.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_OddSizesInFloat32_AgreeWithFloat64(string kind)
    {
        foreach ((int steps, int rows, int features, int hidden) in ((int, int, int, int)[])[(3, 2, 5, 1), (4, 3, 1, 15), (3, 5, 2, 16), (4, 9, 3, 17), (3, 13, 4, 31), (2, 4, 7, 33), (2, 3, 5, 50), (3, 5, 1700, 41), (3, 2, 0, 6)])
        {
            foreach (bool reverse in (bool[])[false, true])
            {
                Tensor[] narrow = Draw(kind, steps, rows, features, hidden), wide = [.. narrow.Select(input => Leaf(input.Detach().To(DType.Float64)))];

                Tensor single = Weighted(Run(kind, narrow, reverse)), full = Weighted(Run(kind, wide, reverse));

                Assert.Equal(full.Item(), single.Item(), 1e-4 * (1 + Math.Abs(full.Item())));
                Close(Gradient.Of(full, wide), Gradient.Of(single, narrow), 1e-4);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_Composed_AgreeWithTheKernels(string kind)
    {
        Tensor[] inputs = Draw(kind, 5, 4, 3, 18);

        Tensor[] fused = Gradient.Of(Weighted(Run(kind, inputs, true)), inputs), composed = Gradient.Of(Weighted(Run(kind, inputs, true)), inputs, createGraph: true);

        Close(fused, composed, 1e-5);
        Assert.All(composed, gradient => Assert.True(gradient.RequiresGrad));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_InsideNoGrad_GivesTheSameBits(string kind)
    {
        foreach (int features in (int[])[4, 1700])
        {
            Tensor[] inputs = Draw(kind, 6, 5, features, 41);
            Tensor[] recorded = Run(kind, inputs, false);

            using NoGrad none = NoGrad.Enter();
            Tensor[] plain = Run(kind, inputs, false);

            Assert.All(recorded.Zip(plain), pair => Assert.Equal(pair.First.ToArray<float>(), pair.Second.ToArray<float>()));
            Assert.All(plain, result => Assert.False(result.RequiresGrad));
        }
    }

    /// <summary>Each result alone carries a gradient, and their sum is that of the sum.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_OfEachResultAlone_SumToThatOfAll(string kind)
    {
        Tensor[] inputs = [.. Draw(kind, 4, 3, 2, 5).Select(input => Leaf(input.Detach().To(DType.Float64)))];
        int count = Run(kind, inputs, false).Length;
        Tensor[] all = Gradient.Of(Weighted(Run(kind, inputs, false)), inputs);
        Tensor[] sum = [.. inputs.Select(input => Tensor.ZerosLike(input))];

        for (int i = 0; i < count; i++)
        {
            Tensor[] part = Gradient.Of(Weight(Run(kind, inputs, false)[i]), inputs);
            sum = [.. sum.Zip(part, (a, b) => a + b)];
        }

        Close(all, sum, 1e-12);
    }

    [Fact]
    public void Backward_Twice_AddsToTheLeavesAndNeedsTheGraph()
    {
        Tensor[] inputs = Draw("lstm", 3, 2, 2, 4);
        Tensor loss = Weighted(Run("lstm", inputs, false));

        loss.Backward(retainGraph: true);
        Tensor[] once = [.. inputs.Select(input => input.Grad! * 2)];
        loss.Backward();

        Close(once, [.. inputs.Select(input => input.Grad!)], 1e-6);
        Assert.Contains("went through", Assert.Throws<InvalidOperationException>(() => loss.Backward()).Message, StringComparison.Ordinal);
    }

    /// <summary>What stands beyond the end of a row, even NaN, touches nothing.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_NaNBeyondTheEnds_StayFinite(string kind)
    {
        Tensor[] inputs = Draw(kind, 5, 4, 3, 6);
        Tensor lengths = RecurrentTable.Lengths(4, 5);
        Tensor[] clean = Gradient.Of(Weighted(Run(kind, inputs, true, lengths)), inputs);
        Tensor dirty = inputs[0].Detach().Clone();
        for (int row = 0; row < 4; row++)
        {
            int length = (int)lengths.ToArray<long>()[row];
            dirty.Select(1, row).Narrow(0, length, 5 - length).Fill(double.NaN);
        }

        inputs[0] = Leaf(dirty);
        Tensor[] actual = Gradient.Of(Weighted(Run(kind, inputs, true, lengths)), inputs), composed = Gradient.Of(Weighted(Run(kind, inputs, true, lengths)), inputs, createGraph: true);

        Close(clean, actual, 0);
        Close(clean, composed, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Sequence_NoStepsOrNoRows_GivesInitialStatesAndZeroGradients(string kind)
    {
        foreach ((int steps, int rows) in ((int, int)[])[(0, 3), (4, 0), (0, 0)])
        {
            Tensor[] inputs = Draw(kind, steps, rows, 2, 3);

            Tensor[] results = Run(kind, inputs, false);
            Tensor[] gradients = Gradient.Of(results[1].Sum(), inputs), composed = Gradient.Of(results[1].Sum(), inputs, createGraph: true);

            Assert.Equal([steps, rows, 3], results[0].Shape.ToArray());
            if (steps == 0)
            {
                Assert.Equal(inputs[5].ToArray<float>(), results[1].ToArray<float>());
                Assert.All(gradients[5].ToArray<float>(), value => Assert.Equal(1f, value));
            }

            Assert.All(gradients.Take(5), gradient => Assert.All(gradient.ToArray<float>(), value => Assert.Equal(0f, value)));
            Close(gradients, composed, 0);
        }
    }

    [Fact]
    public void Lstm_ThousandsOfSteps_StaysFiniteAndBounded()
    {
        Tensor[] inputs = Draw("lstm", 3000, 2, 3, 20);

        Tensor[] results = Run("lstm", inputs, false);
        Tensor[] gradients = Gradient.Of(results[0].Square().Mean(), inputs);

        Assert.All(results[0].ToArray<float>(), value => Assert.InRange(value, -1f, 1f));
        Assert.All(gradients, gradient => Assert.All(gradient.ToArray<float>(), value => Assert.True(float.IsFinite(value))));
    }

    /// <summary>Reading from the end is reading the reversed rows from the front.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Sequence_Reverse_IsTheForwardOfReversedRows(string kind)
    {
        Tensor[] inputs = Draw(kind, 5, 3, 2, 7);
        Tensor order = Tensor.From([4L, 3L, 2L, 1L, 0L]);
        Tensor[] turned = [inputs[0].IndexSelect(0, order), .. inputs.Skip(1)];

        Tensor[] reverse = Run(kind, inputs, true), forward = Run(kind, turned, false);

        Assert.Equal(forward[0].IndexSelect(0, order).ToArray<float>(), reverse[0].ToArray<float>());
        Assert.Equal(forward[1].ToArray<float>(), reverse[1].ToArray<float>());
    }

    [Fact]
    public void Backward_AfterAWeightChanged_Refuses()
    {
        Tensor[] inputs = Draw("gru", 3, 2, 2, 4);
        Tensor loss = Weighted(Run("gru", inputs, false));
        inputs[2].Detach().Fill(0);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => loss.Backward());

        Assert.Contains("changed in place", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> BadCalls => new()
    {
        { "rank", "[time, batch, features]" },
        { "rank batch first", "[batch, time, features]" },
        { "type", "Int64" },
        { "weight input", "weightInput" },
        { "weight hidden", "weightHidden" },
        { "weight type", "Float64" },
        { "no units", "hidden above 0" },
        { "bias input", "biasInput of Float32 [3]" },
        { "bias hidden", "biasHidden" },
        { "hidden", "initialHidden of Float32 [2, 4]" },
        { "cell", "initialCell" },
        { "lengths type", "int64 or int32" },
        { "lengths shape", "[batch], here [2]" },
        { "too long", "length 4 for row 1; lengths must lie from 0 to the 3 steps" },
        { "negative", "length -1 for row 0" },
        { "cell rank", "[batch, features]" },
    };

    [Theory]
    [MemberData(nameof(BadCalls))]
    public void BadCall_OfASequence_SaysWhatCameAndWhatIsNeeded(string name, string part)
    {
        Tensor x = Tensor.Ones(3, 2, 5), wi = Tensor.Ones(12, 5), wh = Tensor.Ones(12, 3), state = Tensor.Ones(2, 3);

        Exception? error = Record.Exception(() => _ = name switch
        {
            "rank" => (object)x.Select(0, 0).LstmSequence(wi, wh),
            "rank batch first" => x.Select(0, 0).LstmSequence(wi, wh, batchFirst: true),
            "type" => x.To(DType.Int64).LstmSequence(wi, wh),
            "weight input" => x.LstmSequence(Tensor.Ones(12, 4), wh),
            "weight hidden" => x.GruSequence(wi, wh),
            "weight type" => x.LstmSequence(wi.To(DType.Float64), wh),
            "no units" => x.RnnSequence(Tensor.Ones(0, 5), Tensor.Ones(0, 0)),
            "bias input" => x.LstmSequence(wi, wh, Tensor.Ones(3)),
            "bias hidden" => x.LstmSequence(wi, wh, null, Tensor.Ones(12, 1)),
            "hidden" => x.LstmSequence(wi, wh, initialHidden: Tensor.Ones(2, 4)),
            "cell" => x.LstmSequence(wi, wh, initialCell: Tensor.Ones(3, 3)),
            "lengths type" => x.LstmSequence(wi, wh, lengths: Tensor.Ones(2)),
            "lengths shape" => x.LstmSequence(wi, wh, lengths: Tensor.From([1L, 2L, 3L])),
            "too long" => x.LstmSequence(wi, wh, lengths: Tensor.From([3L, 4L])),
            "negative" => x.LstmSequence(wi, wh, lengths: Tensor.From([-1L, 3L])),
            _ => x.LstmCell(state, state, wi, wh),
        });

        Assert.IsType<ArgumentException>(error);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static Tensor[] Run(string kind, Tensor[] x, bool reverse, Tensor? lengths = null)
    {
        if (kind == "lstm")
        {
            LstmResult lstm = x[0].LstmSequence(x[1], x[2], x[3], x[4], x[5], x[6], reverse: reverse, lengths: lengths);
            return [lstm.Output, lstm.Hidden, lstm.Cell];
        }

        RecurrentResult result = kind == "gru"
            ? x[0].GruSequence(x[1], x[2], x[3], x[4], x[5], reverse: reverse, lengths: lengths)
            : x[0].RnnSequence(x[1], x[2], x[3], x[4], x[5], kind == "relu", reverse: reverse, lengths: lengths);
        return [result.Output, result.Hidden];
    }

    private static Tensor[] Draw(string kind, int steps, int rows, int features, int hidden)
    {
        int gates = kind switch { "lstm" => 4, "gru" => 3, _ => 1 };
        Rng rng = new Rng(20261125).Split(kind);
        int[][] shapes = [[steps, rows, features], [gates * hidden, features], [gates * hidden, hidden], [gates * hidden], [gates * hidden], [rows, hidden], [rows, hidden]];
        double scale = 0.5 / Math.Sqrt(hidden);
        return [.. shapes.Take(kind == "lstm" ? 7 : 6).Select((shape, i) => Leaf(Tensor.Randn(rng, shape) * (i is 1 ? scale / Math.Sqrt(Math.Max(1, features)) : i is 2 or 3 or 4 ? scale : 1)))];
    }

    private static Tensor Leaf(Tensor x)
    {
        Tensor leaf = x.Detach().Clone();
        leaf.RequiresGrad = true;
        return leaf;
    }

    private static Tensor Weighted(Tensor[] results) => results.Select(Weight).Aggregate((a, b) => a + b);

    private static Tensor Weight(Tensor result) => (result * Tensor.Rand(new Rng(5), DType.Float64, result.Shape).To(result.DType)).Sum();

    private static void Close(Tensor[] expected, Tensor[] actual, double tolerance)
    {
        foreach ((Tensor want, Tensor have) in expected.Zip(actual))
        {
            double[] values = want.ToArray<double>(), found = have.ToArray<double>();
            double size = values.Select(Math.Abs).Append(1).Max();
            Assert.Equal(values.Length, found.Length);
            for (int i = 0; i < values.Length; i++)
            {
                Assert.Equal(values[i], found[i], tolerance * size);
            }
        }
    }
}
