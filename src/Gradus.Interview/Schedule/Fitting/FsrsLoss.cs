namespace Gradus.Interview.Schedule.Fitting;

/// <summary>The log loss of FSRS-6 over a log and its gradient by the weights: forward through each card's reviews, then back through them by the chain rule.</summary>
/// <remarks>
/// The formulas are those of <see cref="Fsrs6"/>, where their sources are named; each has its derivatives beside it here. Letters: S stability, D difficulty, R retrievability,
/// G grade, t days, w weights. Where a value is clamped, or the lesser of two is taken, the gradient is that of the branch that was taken.
/// </remarks>
internal sealed class FsrsLoss(ReviewLog log)
{
    // Foretold chances are kept this far from 0 and 1, so that no single review costs more than ln of it.
    private const double Least = 1e-7;

    private static readonly double LogNineTenths = Math.Log(0.9);

    private readonly double[] _s = new double[log.Count];
    private readonly double[] _d = new double[log.Count];
    private readonly double[] _r = new double[log.Count];

    /// <summary>The sum of weighted losses.</summary>
    /// <param name="w">The weights of the model, within their bounds.</param>
    /// <param name="shares">How much each review counts.</param>
    /// <param name="gradient">Where the gradient is added, or empty.</param>
    /// <returns>The sum, in nats.</returns>
    public double Sum(ReadOnlySpan<double> w, ReadOnlySpan<double> shares, Span<double> gradient)
    {
        double factor = Math.Exp(LogNineTenths / -w[20]) - 1;
        double loss = 0;
        for (int card = 0; card < log.Cards; card++)
        {
            int from = log.Starts[card];
            int to = log.Starts[card + 1];
            if (gradient.IsEmpty)
            {
                loss += Forward(w, factor, shares, from, to);
                continue;
            }

            // What comes after the last review that counts moves no loss.
            to = from + shares[from..to].LastIndexOfAnyExcept(0.0) + 1;
            if (to > from)
            {
                loss += Forward(w, factor, shares, from, to);
                Backward(w, factor, shares, from, to, gradient);
            }
        }

        return loss;
    }

    /// <summary>The chances of recall that a model foretells; NaN where a review is not scored.</summary>
    public double[] Recalls(ReadOnlySpan<double> w)
    {
        Sum(w, new double[log.Count], []);
        return [.. Enumerable.Range(0, log.Count).Select(i => log.IsScored(i) ? Math.Clamp(_r[i], Least, 1 - Least) : double.NaN)];
    }

    private double Forward(ReadOnlySpan<double> w, double factor, ReadOnlySpan<double> shares, int from, int to)
    {
        double loss = 0;
        int first = (int)log.Ratings[from] - 1;
        _s[from] = ClampS(w[first]);
        _d[from] = ClampD(w[4] - Math.Exp(w[5] * first) + 1);
        for (int i = from + 1; i < to; i++)
        {
            int grade = (int)log.Ratings[i];
            int days = log.Days[i];
            double s = _s[i - 1];
            _r[i] = Math.Pow(1 + (factor * days / s), -w[20]);
            if (shares[i] > 0)
            {
                double p = Math.Clamp(_r[i], Least, 1 - Least);
                loss -= shares[i] * Math.Log(grade > 1 ? p : 1 - p);
            }

            _s[i] = ClampS(days == 0 ? OnSameDay(w, s, grade) : grade == 1 ? AfterLapse(w, s, _d[i - 1], _r[i]) : AfterRecall(w, s, _d[i - 1], _r[i], grade));
            _d[i] = ClampD(NextD(w, _d[i - 1], grade));
        }

        return loss;
    }

    private void Backward(ReadOnlySpan<double> w, double factor, ReadOnlySpan<double> shares, int from, int to, Span<double> g)
    {
        // By w20: factor + 1 = e^(ln 0.9 / -w20).
        double factorSlope = (factor + 1) * LogNineTenths / (w[20] * w[20]);
        double gs = 0;
        double gd = 0;
        for (int i = to - 1; i > from; i--)
        {
            int grade = (int)log.Ratings[i];
            int days = log.Days[i];
            double s = _s[i - 1];
            double d = _d[i - 1];
            double r = _r[i];
            double outS = Inside(_s[i], Fsrs6.MinimumStability, Fsrs6.MaximumStability) ? gs : 0;
            double outD = Inside(_d[i], 1, 10) ? gd : 0;
            double gr = 0;
            gs = 0;
            gd = 0;
            if (outS != 0)
            {
                if (days == 0)
                {
                    gs = SameDaySlopes(w, s, grade, outS, g);
                }
                else if (grade == 1)
                {
                    (gs, gd, gr) = LapseSlopes(w, s, d, r, outS, g);
                }
                else
                {
                    (gs, gd, gr) = RecallSlopes(w, s, d, r, grade, outS, g);
                }
            }

            gd += DifficultySlopes(w, d, grade, outD, g);
            if (shares[i] > 0 && r is > Least and < 1 - Least)
            {
                gr += shares[i] * (grade > 1 ? -1 / r : 1 / (1 - r));
            }

            if (gr != 0)
            {
                // R = u^-w20 with u = 1 + factor t / S.
                double u = 1 + (factor * days / s);
                gs += gr * w[20] * r / u * factor * days / (s * s);
                g[20] += gr * r * (-Math.Log(u) - (w[20] * days / s * factorSlope / u));
            }
        }

        int first = (int)log.Ratings[from] - 1;
        if (Inside(_s[from], Fsrs6.MinimumStability, Fsrs6.MaximumStability))
        {
            g[first] += gs;
        }

        if (Inside(_d[from], 1, 10))
        {
            g[4] += gd;
            g[5] -= gd * first * Math.Exp(w[5] * first);
        }
    }

    private static double AfterRecall(ReadOnlySpan<double> w, double s, double d, double r, int grade) =>
        s * (1 + (Math.Exp(w[8]) * (11 - d) * Math.Pow(s, -w[9]) * (Math.Exp(w[10] * (1 - r)) - 1) * Bonus(w, grade)));

    private static (double S, double D, double R) RecallSlopes(ReadOnlySpan<double> w, double s, double d, double r, int grade, double outS, Span<double> g)
    {
        double ease = Math.Exp(w[8]) * (11 - d) * Math.Pow(s, -w[9]);
        double rise = Math.Exp(w[10] * (1 - r));
        double bonus = Bonus(w, grade);
        double plain = ease * (rise - 1);
        double growth = plain * bonus;
        g[8] += outS * s * growth;
        g[9] -= outS * s * growth * Math.Log(s);
        g[10] += outS * s * ease * bonus * rise * (1 - r);
        if (grade != 3)
        {
            g[grade == 2 ? 15 : 16] += outS * s * plain;
        }

        return (outS * (1 + (growth * (1 - w[9]))), -outS * s * growth / (11 - d), -outS * s * ease * bonus * rise * w[10]);
    }

    private static double AfterLapse(ReadOnlySpan<double> w, double s, double d, double r) => Math.Min(
        w[11] * Math.Pow(d, -w[12]) * (Math.Pow(s + 1, w[13]) - 1) * Math.Exp(w[14] * (1 - r)),
        s * Math.Exp(-w[17] * w[18]));

    private static (double S, double D, double R) LapseSlopes(ReadOnlySpan<double> w, double s, double d, double r, double outS, Span<double> g)
    {
        double hard = w[11] * Math.Pow(d, -w[12]) * Math.Exp(w[14] * (1 - r));
        double power = Math.Pow(s + 1, w[13]);
        double forgotten = hard * (power - 1);
        double share = Math.Exp(-w[17] * w[18]);
        if (forgotten > s * share)
        {
            g[17] -= outS * w[18] * s * share;
            g[18] -= outS * w[17] * s * share;
            return (outS * share, 0, 0);
        }

        g[11] += outS * forgotten / w[11];
        g[12] -= outS * forgotten * Math.Log(d);
        g[13] += outS * hard * power * Math.Log(s + 1);
        g[14] += outS * forgotten * (1 - r);
        return (outS * hard * w[13] * power / (s + 1), -outS * forgotten * w[12] / d, -outS * forgotten * w[14]);
    }

    private static double OnSameDay(ReadOnlySpan<double> w, double s, int grade)
    {
        double increase = Math.Exp(w[17] * (grade - 3 + w[18])) * Math.Pow(s, -w[19]);
        return s * (grade == 1 ? increase : Math.Max(increase, 1));
    }

    private static double SameDaySlopes(ReadOnlySpan<double> w, double s, int grade, double outS, Span<double> g)
    {
        double increase = Math.Exp(w[17] * (grade - 3 + w[18])) * Math.Pow(s, -w[19]);
        if (grade > 1 && increase < 1)
        {
            return outS;
        }

        g[17] += outS * s * increase * (grade - 3 + w[18]);
        g[18] += outS * s * increase * w[17];
        g[19] -= outS * s * increase * Math.Log(s);
        return outS * increase * (1 - w[19]);
    }

    private static double NextD(ReadOnlySpan<double> w, double d, int grade)
    {
        double moved = d - (w[6] * (grade - 3) * (10 - d) / 9);
        return (w[7] * (w[4] - Math.Exp(3 * w[5]) + 1)) + ((1 - w[7]) * moved);
    }

    private static double DifficultySlopes(ReadOnlySpan<double> w, double d, int grade, double outD, Span<double> g)
    {
        if (outD == 0)
        {
            return 0;
        }

        double easy = Math.Exp(3 * w[5]);
        double moved = d - (w[6] * (grade - 3) * (10 - d) / 9);
        g[4] += outD * w[7];
        g[5] -= outD * w[7] * 3 * easy;
        g[6] -= outD * (1 - w[7]) * (grade - 3) * (10 - d) / 9;
        g[7] += outD * (w[4] - easy + 1 - moved);
        return outD * (1 - w[7]) * (1 + (w[6] * (grade - 3) / 9));
    }

    private static double Bonus(ReadOnlySpan<double> w, int grade) => grade switch { 2 => w[15], 4 => w[16], _ => 1 };

    private static bool Inside(double value, double low, double high) => value > low && value < high;

    private static double ClampS(double value) => Math.Clamp(value, Fsrs6.MinimumStability, Fsrs6.MaximumStability);

    private static double ClampD(double value) => Math.Clamp(value, 1, 10);
}
