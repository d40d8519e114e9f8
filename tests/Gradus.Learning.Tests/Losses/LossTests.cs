using Gradus.Learning.Losses;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Losses;

/// <summary>What the oracle cannot see: refusals, types, threads, and closed forms.</summary>
public sealed class LossTests
{
    /// <summary>Losses over inputs so large that threads share the work.</summary>
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Large = new(StringComparer.Ordinal)
    {
        ["mse"] = x => new MeanSquaredError().Forward(x, x.Detach() * 0.5),
        ["cross entropy"] = x => new CrossEntropy(LabelSmoothing: 0.1).Forward(x.AsLogits(), Rows(x)),
        ["binary cross entropy"] = x => new BinaryCrossEntropyWithLogits().Forward(x.AsLogits(), x.Detach().Sigmoid()),
        ["focal"] = x => new Focal().Forward(x.AsLogits(), Rows(x)),
        ["multi margin"] = x => new MultiMargin().Forward(x.AsLogits(), Rows(x)),
        ["kl"] = x => new KlDivergence(KlReduction.BatchMean).Forward(x.AsLogits().LogSoftmax(), (-x.Detach()).AsLogits().Softmax()),
        ["triplet margin"] = x => new TripletMargin().Forward(x, x.Detach() * -1, x.Detach() * 0.5),
        ["info nce"] = x => new InfoNce().Forward(x, x.Detach().Flip(1)),
        ["ctc"] = x => new Ctc().Forward(x.Reshape(40, 20, x.ElementCount / 800).AsLogits().LogSoftmax(), Tensor.Ones(DType.Int64, 20, 7), [.. Enumerable.Repeat(40, 20)], [.. Enumerable.Repeat(7, 20)]),
    };

    public static TheoryData<string> LargeNames => [.. Large.Keys];

    [Theory]
    [MemberData(nameof(LargeNames))]
    public void Forward_OneTwoThreeThreads_GivesTheSameBits(string name)
    {
        int before = GradusThreads.Count;
        try
        {
            (float Loss, float[] Gradient)[] results = [.. ((int[])[1, 2, 3]).Select(threads =>
            {
                GradusThreads.Count = threads;
                Tensor x = Tensor.Randn(new Rng(3), 800, 160);
                x.RequiresGrad = true;
                Tensor loss = Large[name](x);
                loss.Backward();
                return (loss.ToArray<float>()[0], x.Grad!.ToArray<float>());
            })];

            Assert.True(float.IsFinite(results[0].Loss) && results[0].Gradient.Any(value => value != 0));
            Assert.All(results, result => Assert.Equal(results[0].Loss, result.Loss));
            Assert.All(results, result => Assert.Equal(results[0].Gradient, result.Gradient));
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    [Fact]
    public void Types_LogitsAndProbabilities_HaveNoWayBetweenThemButNamedOnes()
    {
        Type[] kinds = [typeof(Logits), typeof(Probabilities), typeof(LogProbabilities)];
        Assert.DoesNotContain(kinds.SelectMany(kind => kind.GetMethods()), method => method.Name is "op_Implicit" or "op_Explicit");

        // A loss takes one of the three, so that the others do not compile.
        foreach (Type loss in typeof(CrossEntropy).Assembly.GetTypes().Where(type => type is { Namespace: "Gradus.Learning.Losses", IsPublic: true }))
        {
            Type[] first = [.. loss.GetMethods().Where(method => method.Name == "Forward").Select(method => method.GetParameters()[0].ParameterType).Distinct()];
            Assert.True(first.Length <= 1, $"{loss.Name} takes {string.Join(" and ", first.Select(type => type.Name))}");
        }

        Assert.Equal([typeof(LogProbabilities)], FirstOf(typeof(NegativeLogLikelihood)));
        Assert.Equal([typeof(Logits), typeof(Logits)], FirstOf(typeof(CrossEntropy)));
        Assert.Equal([typeof(Probabilities)], FirstOf(typeof(BinaryCrossEntropy)));

        static Type[] FirstOf(Type loss) => [.. loss.GetMethods().Where(method => method.Name == "Forward").Select(method => method.GetParameters()[0].ParameterType)];
    }

    [Fact]
    public void Forward_CrossEntropyOfASecondSoftmax_IsAnother()
    {
        Logits logits = Tensor.From([4.0, 0, 0], 1, 3).AsLogits();
        Tensor label = Tensor.From([0L]);

        double right = new CrossEntropy().Forward(logits, label).Item(), twice = new CrossEntropy().Forward(logits.Softmax().AsLogitsOnPurpose(), label).Item();

        Assert.Equal(Math.Log(1 + (2 * Math.Exp(-4))), right, 1e-12);
        Assert.True(twice > 0.55, $"the trap should cost much; it is {twice}");
    }

    [Fact]
    public void LogProbabilities_OfEitherSource_Agree()
    {
        Logits logits = Tensor.From([1.0, -2, 0.5, 3, 0, -1], 2, 3).AsLogits();

        double[] direct = logits.LogSoftmax().Values.ToArray<double>(), around = logits.Softmax().Log().Values.ToArray<double>();

        Assert.All(direct.Zip(around), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(1, logits.LogSoftmax().Exp().Values.Select(0, 0).Sum().Item(), 1e-12);
    }

    [Fact]
    public void Forward_FocalOfFarLogits_StaysFinite()
    {
        Tensor x = Tensor.From([300f, -300, 0, -300, 300, 0], 2, 3);
        x.RequiresGrad = true;

        foreach (double gamma in new[] { 0.5, 2 })
        {
            x.Grad = null;
            new Focal(gamma).Forward(x.AsLogits(), Tensor.From([0L, 0])).Backward();
            Assert.All(x.Grad!.ToArray<float>(), value => Assert.True(float.IsFinite(value)));
            x.Grad = null;
            new BinaryFocal(gamma).Forward(x.AsLogits(), Tensor.From([1f, 0, 1, 1, 0, 0], 2, 3)).Backward();
            Assert.All(x.Grad!.ToArray<float>(), value => Assert.True(float.IsFinite(value)));
        }
    }

    [Fact]
    public void Forward_CtcThatDoesNotFit_IsInfiniteUnlessTold()
    {
        Tensor x = Tensor.Randn(new Rng(1), 3, 1, 4);
        x.RequiresGrad = true;
        LogProbabilities logarithms = x.AsLogits().LogSoftmax();
        Tensor labels = Tensor.From([2L, 2], 1, 2);

        Tensor loss = new Ctc().Forward(logarithms, labels, [2], [2]), told = new Ctc(ZeroInfinity: true).Forward(logarithms, labels, [2], [2]);

        Assert.Equal(double.PositiveInfinity, loss.Item());
        Assert.Equal(0, told.Item());
        told.Backward(retainGraph: true);
        Assert.All(x.Grad!.ToArray<float>(), value => Assert.Equal(0, value));
        Assert.True(double.IsFinite(new Ctc().Forward(logarithms, labels, [3], [2]).Item()));
        Assert.Equal([0.0, double.PositiveInfinity], new Ctc(Reduction: LossReduction.None).Forward(Tensor.Zeros(3, 2, 4).AsLogits().LogSoftmax(), Tensor.From([1L, 1], 2, 1), [0, 0], [0, 1]).ToArray<double>());
    }

    [Fact]
    public void Forward_BadArguments_SayWhatIsNeeded()
    {
        Tensor x = Tensor.Randn(new Rng(1), 3, 4), labels = Tensor.From([0L, 1, 2]), signs = Tensor.From([1f, -1, 1]);
        Logits logits = x.AsLogits();
        Refuse("got labels of Float32; it needs Int64", () => new CrossEntropy().Forward(logits, Tensor.Ones(3)));
        Refuse("label 4; it must lie from 0 to 3", () => new CrossEntropy().Forward(logits, Tensor.From([0L, 4, 1])));
        Refuse("Label smoothing must lie from 0 to 1", () => new CrossEntropy(LabelSmoothing: 2).Forward(logits, labels));
        Refuse("it needs [N, C] with int64 labels [N]", () => new CrossEntropy(Tensor.Ones(3)).Forward(logits, labels));
        Refuse("Focal got scores [3, 4] and labels [2]", () => new Focal().Forward(logits, Tensor.From([0L, 1])));
        Refuse("Focal got label -1; it must lie from 0 to 3 for 4 classes", () => new Focal().Forward(logits, Tensor.From([0L, -1, 1])));
        Refuse("weights of classes have shape [3]; there are 4 classes", () => new Focal(Alpha: Tensor.Ones(3)).Forward(logits, labels));
        Refuse("got gamma -1; it must be at least 0", () => new Focal(-1).Forward(logits, labels));
        Refuse("MultiMargin got p = 3; it needs 1 or 2", () => new MultiMargin(3).Forward(logits, labels));
        Refuse("MultiMargin got scores of 3 axes", () => new MultiMargin().Forward(Tensor.Ones(2, 3, 2).AsLogits(), Tensor.Zeros(DType.Int64, 2, 2)));
        Refuse("Hinge got targets [3]; it needs [3, 4]", () => new Hinge().Forward(logits, signs));
        Refuse("neither 1 nor −1; turn labels of 0 and 1 into signs", () => new Hinge().Forward(signs.AsLogits(), Tensor.From([0f, 1, 1])));
        Refuse("HingeEmbedding got a target that is neither", () => new HingeEmbedding().Forward(signs, Tensor.From([0f, 1, 1])));
        Refuse("it needs two tensors [N, D] and targets [N]", () => new CosineEmbedding().Forward(x, Tensor.Ones(3, 5), signs));
        Refuse("TripletMarginLoss got scores [3, 4] and a target [3, 5]", () => new TripletMargin().Forward(x, Tensor.Ones(3, 5), x));
        Refuse("InfoNce got queries [3, 4] and keys [2, 4]; it needs [N, D] for both", () => new InfoNce().Forward(x, Tensor.Ones(2, 4)));
        Refuse("InfoNce got temperature 0; it must be above 0", () => new InfoNce(0).Forward(x, x));
        Refuse("it needs [M, D] and no symmetry", () => new InfoNce(Symmetric: true).Forward(x, x, x));
        Refuse("needs a first axis", () => new KlDivergence(KlReduction.BatchMean).Forward(new LogProbabilities(Tensor.Scalar(-1.0)), new Probabilities(Tensor.Scalar(0.5))));
        Refuse("PoissonNegativeLogLikelihood got predictions [3, 4] and targets [3]", () => new PoissonNegativeLogLikelihood().Forward(x, signs));
        Refuse("variances [3]; they need the same shape, or 1 as the last axis", () => new GaussianNegativeLogLikelihood().Forward(x, x, signs));
        Refuse("got a negative variance", () => new GaussianNegativeLogLikelihood().Forward(x, x, -Tensor.Ones(3, 1)));
        Refuse("SmoothL1Loss needs beta above 0", () => new SmoothL1(Beta: -1).Forward(x, x));
        LogProbabilities spoken = Tensor.Zeros(5, 2, 4).AsLogits().LogSoftmax();
        Tensor words = Tensor.From([1L, 2, 3, 1], 2, 2);
        Refuse("3 input lengths and 2 target lengths; it needs [T, N, C] and N lengths of both kinds", () => new Ctc().Forward(spoken, words, [5, 5, 5], [2, 2]));
        Refuse("each must lie from 0 to T, 5", () => new Ctc().Forward(spoken, words, [5, 6], [2, 2]));
        Refuse("with lengths up to S", () => new Ctc().Forward(spoken, words, [5, 5], [2, 3]));
        Refuse("lengths that sum to it", () => new Ctc().Forward(spoken, words.Flatten(), [5, 5], [2, 1]));
        Refuse("label 2 in sample 0; it must lie from 0 to 3 and not be the blank, 2", () => new Ctc(2).Forward(spoken, words, [5, 5], [2, 2]));
        Refuse("needs a blank from 0 to 3", () => new Ctc(4).Forward(spoken, words, [5, 5], [2, 2]));

        static void Refuse(string message, Func<object> call) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
    }

    private static Tensor Rows(Tensor x) => Tensor.From([.. Enumerable.Range(0, x.Shape[0]).Select(row => (long)(row % x.Shape[1]))]);
}
