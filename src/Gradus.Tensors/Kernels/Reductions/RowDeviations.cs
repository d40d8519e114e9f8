using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Reductions of rows that need another one first: Σ (x − mean)² / divisor, and ln Σ eˣ.</summary>
internal unsafe struct RowDeviations
{
    private const nint LeastParallel = 1 << 16;
    private Isa _isa;
    private float* _x;
    private float* _y;
    private nint _rows;
    private nint _length;
    private double _divisor;
    private bool _exponential;
    private int _parts;

    internal static void Run(Isa isa, float* x, nint rows, nint length, double divisor, float* y) =>
        Start(new RowDeviations { _isa = isa, _x = x, _y = y, _rows = rows, _length = length, _divisor = divisor });

    /// <summary>ln Σ eˣ of each row, from its maximum, so that nothing overflows.</summary>
    internal static void LogSumExp(Isa isa, float* x, nint rows, nint length, float* y) =>
        Start(new RowDeviations { _isa = isa, _x = x, _y = y, _rows = rows, _length = length, _exponential = true });

    private static void Start(RowDeviations job)
    {
        if (job._rows < GradusThreads.Count)
        {
            // Few rows: each of them on all threads.
            for (nint i = 0; i < job._rows; i++)
            {
                float* row = job._x + (i * job._length);
                double first = job._exponential
                    ? Shift(RowKernel.RunParallel(job._isa, default(MaximumReduction), row, job._length))
                    : RowKernel.RunParallel(job._isa, default(SumReduction), row, job._length) / job._length;
                job._y[i] = (float)(job._exponential
                    ? RowKernel.RunParallel(job._isa, new ExponentialSumReduction(first), row, job._length)
                    : RowKernel.RunParallel(job._isa, new DeviationReduction(first, job._divisor), row, job._length));
            }

            return;
        }

        job._parts = job._rows * job._length >= LeastParallel && GradusThreads.Count > 1 ? (int)Math.Min(job._rows, 4 * GradusThreads.Count) : 1;
        WorkerPool.Run(&Part, &job, job._parts);
    }

    private static void Part(void* state, int part)
    {
        RowDeviations* job = (RowDeviations*)state;
        nint end = job->_rows * (part + 1) / job->_parts;
        for (nint i = job->_rows * part / job->_parts; i < end; i++)
        {
            float* row = job->_x + (i * job->_length);
            if (job->_exponential)
            {
                double shift = Shift(RowKernel.Run(job->_isa, default(MaximumReduction), row, job->_length));
                job->_y[i] = (float)RowKernel.Run(job->_isa, new ExponentialSumReduction(shift), row, job->_length);
                continue;
            }

            double mean = RowKernel.Run(job->_isa, default(SumReduction), row, job->_length) / job->_length;
            job->_y[i] = (float)RowKernel.Run(job->_isa, new DeviationReduction(mean, job->_divisor), row, job->_length);
        }
    }

    // An infinite maximum is not taken away: ∞ − ∞ is no number.
    private static double Shift(double maximum) => double.IsInfinity(maximum) ? 0 : maximum;
}
