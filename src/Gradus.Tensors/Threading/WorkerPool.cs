namespace Gradus.Tensors.Threading;

/// <summary>The engine's one pool: workers spin for a short time for the next job, then park. The caller takes part; a call inside a call, or beside another one, is worked off by its caller alone.</summary>
internal static unsafe class WorkerPool
{
    internal const int Most = 256;
    private const int Spins = 2000; // some 50 µs

    private static readonly object Gate = new();
    private static volatile Job? _job;
    private static int _busy;
    private static int _parked;
    private static int _workers;

    /// <summary>Calls <paramref name="part"/> for 0 to parts − 1, on up to <see cref="GradusThreads.Count"/> threads.</summary>
    internal static void Run(delegate*<void*, int, void> part, void* state, int parts)
    {
        int helpers = Math.Min(GradusThreads.Count, parts) - 1;
        if (helpers < 1 || Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            for (int i = 0; i < parts; i++)
            {
                part(state, i);
            }

            return;
        }

        try
        {
            Start(helpers);
            Job job = new(part, state, parts, helpers);
            _job = job;
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _parked) > 0)
            {
                lock (Gate)
                {
                    Monitor.PulseAll(Gate);
                }
            }

            job.Work();
            SpinWait wait = default;
            while (!job.IsFinished)
            {
                wait.SpinOnce(-1);
            }

            if (job.Error is { } error)
            {
                throw new InvalidOperationException("A part of a parallel operator failed: " + error.Message, error);
            }
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private static void Start(int helpers)
    {
        while (_workers < helpers)
        {
            int index = _workers++;
            new Thread(() => Loop(index), 1 << 20) { IsBackground = true, Name = $"Gradus worker {index + 1}" }.Start();
        }
    }

    private static void Loop(int index)
    {
        Job? last = null;
        while (true)
        {
            Job? job = Next(last);
            last = job;
            if (job is not null && index < job.Helpers)
            {
                job.Work();
            }
        }
    }

    private static Job? Next(Job? last)
    {
        for (int i = 0; i < Spins; i++)
        {
            if (_job != last)
            {
                return _job;
            }

            Thread.SpinWait(8);
        }

        lock (Gate)
        {
            // The caller looks at the count after it has set the job, this thread at the job after it has raised the count: one of the two sees the other.
            Interlocked.Increment(ref _parked);
            while (_job == last)
            {
                Monitor.Wait(Gate);
            }

            Interlocked.Decrement(ref _parked);
            return _job;
        }
    }
}
