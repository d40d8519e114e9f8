using Gradus.Tensors;

namespace Gradus.Learning.Optimizers;

/// <summary>L-BFGS (Liu and Nocedal, On the limited memory BFGS method for large scale optimization, 1989): steps by an inverse curvature that is built from the last steps. PyTorch's <c>optim.LBFGS</c>.</summary>
/// <remarks>
/// <para>For small smooth problems and whole batches: the closure must give the same loss for the same parameters, so no dropout and no new batch within a step. One call of
/// <see cref="Step(Func{Tensor})"/> makes up to <see cref="LbfgsOptions.MaxIterations"/> iterations.</para>
/// <para>State under <c>state.0.</c>: <c>func_evals</c>, <c>n_iter</c> (Int64), <c>t</c>, <c>H_diag</c>, <c>prev_loss</c> (Float64), <c>d</c>, <c>prev_flat_grad</c> (vectors of all parameters), and the
/// history with its length k: <c>old_dirs</c> and <c>old_stps</c> [k, n], <c>ro</c> [k] (Float64).</para>
/// </remarks>
public sealed class Lbfgs : Optimizer
{
    private const double LeastCurvature = 1e-10;

    private readonly FlatParameters _flat;
    private LbfgsMemory _memory = new();

    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, all of one element type.</param>
    /// <param name="learningRate">η, the length of a step without a line search and the first one tried with it.</param>
    /// <param name="maxIterations">Iterations of one step at most.</param>
    /// <param name="historySize">How many past steps the curvature is taken from.</param>
    /// <param name="lineSearch">How far it goes along its direction.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or element types differ.</exception>
    public Lbfgs(IReadOnlyList<Tensor> parameters, double learningRate = 1, int maxIterations = 20, int historySize = 100, LineSearch lineSearch = LineSearch.None)
        : this(parameters, new LbfgsOptions { LearningRate = learningRate, MaxIterations = maxIterations, HistorySize = historySize, LineSearch = lineSearch })
    {
    }

    /// <summary>Makes the optimizer from its options. It has one group, since the curvature is one of all parameters.</summary>
    /// <param name="parameters">What is trained, all of one element type.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">Element types differ.</exception>
    public Lbfgs(IReadOnlyList<Tensor> parameters, LbfgsOptions options)
        : base([new ParameterGroup(parameters, options)])
    {
        if (Parameters.Any(parameter => parameter.DType != Parameters[0].DType))
        {
            throw new ArgumentException("Lbfgs got parameters of Float32 and Float64; it needs one element type.", nameof(parameters));
        }

        _flat = new FlatParameters(Parameters);
    }

    private LbfgsOptions Options => (LbfgsOptions)Groups[0].Options;

    /// <summary>Not possible: L-BFGS evaluates the loss itself.</summary>
    /// <param name="gradientScale">Not used.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void Step(double gradientScale = 1) =>
        throw new InvalidOperationException("Lbfgs evaluates the loss several times in a step; call Step(() => { optimizer.ZeroGrad(); Tensor loss = ...; loss.Backward(); return loss; }).");

    /// <inheritdoc/>
    public override Tensor Step(Func<Tensor> closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        Tensor first = closure();
        WolfeSearch.Trial now = new(0, first.Item(), 0, _flat.Gradient());
        int evaluations = 1;
        _memory.Evaluations++;
        for (int iteration = 1; iteration <= Options.MaxIterations && Largest(now.Gradient) > Options.GradientTolerance; iteration++)
        {
            double length = Turn(now.Gradient), slope = FlatParameters.Dot(now.Gradient, _memory.Direction!);
            (_memory.PreviousGradient, _memory.PreviousLoss) = (now.Gradient, now.Loss);
            if (slope > -Options.ChangeTolerance)
            {
                _memory.Length = length;
                break;
            }

            now = Advance(closure, now with { Length = 0, Slope = slope }, length, last: iteration == Options.MaxIterations, ref evaluations);
            _memory.Length = now.Length;
            if (evaluations >= Options.Evaluations
                || Largest(_memory.Direction!) * now.Length <= Options.ChangeTolerance
                || Math.Abs(now.Loss - _memory.PreviousLoss) < Options.ChangeTolerance)
            {
                break;
            }
        }

        return first;
    }

    private protected override void Save(Dictionary<string, Tensor> state) => _memory.Save(state);

    private protected override Action Load(SavedState state, IReadOnlyList<OptimizerOptions> options)
    {
        LbfgsMemory loaded = LbfgsMemory.Load(state, Parameters.Sum(parameter => parameter.ElementCount), Parameters[0].DType);
        return () => _memory = loaded;
    }

    private static double Largest(Tensor vector) => vector.Norm(double.PositiveInfinity).Item();

    // Sets the direction; returns the first length to try along it.
    private double Turn(Tensor gradient)
    {
        _memory.Iterations++;
        if (_memory.Iterations == 1)
        {
            _memory.Direction = (-gradient).Keep();
            return Math.Min(1, 1 / gradient.Norm(1).Item()) * Options.LearningRate;
        }

        Tensor change = gradient - _memory.PreviousGradient!, step = _memory.Direction! * _memory.Length;
        double curvature = FlatParameters.Dot(change, step);
        if (curvature > LeastCurvature)
        {
            _memory.Remember(change, step, curvature, Options.HistorySize);
        }

        _memory.Direction = _memory.Apply(-gradient).Keep();
        return Options.LearningRate;
    }

    private WolfeSearch.Trial Advance(Func<Tensor> closure, WolfeSearch.Trial start, double length, bool last, ref int evaluations)
    {
        Tensor direction = _memory.Direction!;
        if (Options.LineSearch == LineSearch.None)
        {
            _flat.Move(length, direction);

            // Nobody would look at what is behind the last iteration.
            if (last)
            {
                return start with { Length = length };
            }

            evaluations++;
            _memory.Evaluations++;
            return Evaluate(closure, length, direction);
        }

        Tensor[] origin = _flat.Copy();
        WolfeSearch search = new(
            at =>
            {
                _flat.Move(origin, at, direction);
                return Evaluate(closure, at, direction);
            },
            start,
            Largest(direction));
        WolfeSearch.Trial best = search.Run(length);
        evaluations += search.Evaluations;
        _memory.Evaluations += search.Evaluations;
        _flat.Move(origin, best.Length, direction);
        return best;
    }

    private WolfeSearch.Trial Evaluate(Func<Tensor> closure, double length, Tensor direction)
    {
        double loss = closure().Item();
        Tensor gradient = _flat.Gradient();
        return new WolfeSearch.Trial(length, loss, FlatParameters.Dot(gradient, direction), gradient);
    }
}
