using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Gradus.Tensors.Threading;

/// <summary>
/// The engine's one pool: workers spin for a short time for the next job, then park. The caller takes part; a call inside a call, or beside another one, is worked off by its caller alone.
/// </summary>
/// <remarks>
/// A job is nothing but these static fields, so that starting one allocates nothing. Parts are dealt out by one number, whose lower half says which part is next from the front and whose upper half which
/// was last taken from the back: a worker that comes late takes either no part or one of the job that runs now, and no job ends before all its parts have. The caller begins at the front and the first worker
/// at the back, so that from operator to operator each meets the memory that lies in its own caches.
/// </remarks>
internal static unsafe class WorkerPool
{
    internal const int Most = 256;

    /// <summary>How long the caller spins for the last parts before it offers its processor to others, which may be the very threads that it waits for.</summary>
    private const int PatienceMicroseconds = 20;

    private static readonly Lock Gate = new();
    private static Worker[] _workers = [];
    private static int _busy;

    private static delegate*<void*, int, void> _part;
    private static void* _state;
    private static long _tickets;
    private static int _unfinished;
    private static int _generation;
    private static int _helpers;
    private static bool _stopping;
    private static Exception? _error;

    /// <summary>Counts jobs; workers watch it.</summary>
    internal static int Generation => Volatile.Read(ref _generation);

    /// <summary>How many workers the job may have.</summary>
    internal static int Helpers => Volatile.Read(ref _helpers);

    /// <summary>Whether workers are to end.</summary>
    internal static bool IsStopping => Volatile.Read(ref _stopping);

    /// <summary>The workers that are alive.</summary>
    internal static IReadOnlyList<Worker> Workers => Volatile.Read(ref _workers);

    /// <summary>Calls <paramref name="part"/> for 0 to parts − 1, on up to <see cref="GradusThreads.Count"/> threads.</summary>
    /// <remarks>When a part throws, parts that have not begun are left out, and the first exception that was noted is thrown here when the others are done.</remarks>
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

        Exception? error;
        try
        {
            Start(helpers);
            Begin(part, state, parts, helpers);
            Work(fromBack: false);
            Wait();
            error = _error;
            _error = null;
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }

        if (error is not null)
        {
            ExceptionDispatchInfo.Throw(error);
        }
    }

    /// <summary>Works on parts until none is left; called by every thread of a job.</summary>
    /// <param name="fromBack">Whether it begins with the last part.</param>
    internal static void Work(bool fromBack)
    {
        while (Take(fromBack, out int part))
        {
            try
            {
                if (Volatile.Read(ref _error) is null)
                {
                    _part(_state, part);
                }
            }
            catch (Exception error) when (Note(error))
            {
            }
            finally
            {
                Interlocked.Decrement(ref _unfinished);
            }
        }
    }

    /// <summary>Ends all workers and waits for them; the next job starts new ones. Does nothing while a job runs.</summary>
    internal static void Stop()
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            return;
        }

        try
        {
            Volatile.Write(ref _stopping, true);
            foreach (Worker worker in _workers)
            {
                worker.Wake();
                worker.Join();
            }

            _workers = [];
            Volatile.Write(ref _stopping, false);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private static bool Take(bool fromBack, out int part)
    {
        long left = Volatile.Read(ref _tickets);
        while (true)
        {
            int front = (int)left, back = (int)(left >> 32);
            part = fromBack ? back - 1 : front;
            if (front >= back)
            {
                return false;
            }

            long before = Interlocked.CompareExchange(ref _tickets, fromBack ? left - (1L << 32) : left + 1, left);
            if (before == left)
            {
                return true;
            }

            left = before;
        }
    }

    private static void Begin(delegate*<void*, int, void> part, void* state, int parts, int helpers)
    {
        _part = part;
        _state = state;
        _unfinished = parts;
        Volatile.Write(ref _helpers, helpers);
        Interlocked.Exchange(ref _tickets, (long)parts << 32);

        // A worker looks at the generation after it has said that it parks, this thread at what it said after it has raised the generation: one of the two sees the other.
        Interlocked.Increment(ref _generation);
        for (int i = 0; i < helpers; i++)
        {
            _workers[i].WakeIfParked();
        }
    }

    private static void Wait()
    {
        if (Volatile.Read(ref _unfinished) == 0)
        {
            return;
        }

        SpinWait yielding = default;
        for (long until = Stopwatch.GetTimestamp() + Worker.Ticks(PatienceMicroseconds); Volatile.Read(ref _unfinished) != 0;)
        {
            if (Stopwatch.GetTimestamp() < until)
            {
                Worker.Pause();
            }
            else
            {
                yielding.SpinOnce(sleep1Threshold: -1);
            }
        }
    }

    private static void Start(int helpers)
    {
        if (_workers.Length >= helpers)
        {
            return;
        }

        lock (Gate)
        {
            int before = _workers.Length;
            Worker[] workers = new Worker[helpers];
            _workers.CopyTo(workers, 0);
            for (int i = before; i < helpers; i++)
            {
                workers[i] = new Worker(i);
            }

            Volatile.Write(ref _workers, workers);
            for (int i = before; i < helpers; i++)
            {
                workers[i].Start();
            }
        }
    }

    private static bool Note(Exception error)
    {
        Interlocked.CompareExchange(ref _error, error, null);
        return true;
    }
}
