using System.Diagnostics;
using System.Runtime.Intrinsics.X86;

namespace Gradus.Tensors.Threading;

/// <summary>A thread of the pool.</summary>
internal sealed class Worker
{
    /// <summary>How long it spins for the next job before it parks: longer than an operator on one thread between two parallel ones, short enough that an idle engine costs nothing.</summary>
    private const int PatienceMicroseconds = 50;
    private const int PausesPerLook = 8;
    private const int StackBytes = 1 << 20;

    private readonly SemaphoreSlim _wakeUp = new(0);
    private readonly Thread _thread;
    private readonly int _index;
    private int _parked;

    internal Worker(int index)
    {
        _index = index;
        _thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = $"Gradus worker {index + 1}" };
    }

    /// <summary>Whether it sleeps.</summary>
    internal bool IsParked => Volatile.Read(ref _parked) != 0;

    /// <summary>Whether its thread runs.</summary>
    internal bool IsAlive => _thread.IsAlive;

    internal void Start() => _thread.Start();

    internal void Join() => _thread.Join();

    /// <summary>A short rest that leaves the core's other thread, if any, more room.</summary>
    internal static void Pause()
    {
        if (X86Base.IsSupported)
        {
            X86Base.Pause();
        }
        else
        {
            Thread.SpinWait(1);
        }
    }

    /// <summary>Microseconds as ticks of the clock.</summary>
    internal static long Ticks(int microseconds) => microseconds * Stopwatch.Frequency / 1_000_000;

    internal void WakeIfParked()
    {
        if (Volatile.Read(ref _parked) != 0)
        {
            Wake();
        }
    }

    internal void Wake()
    {
        // Whoever takes the flag down wakes, so that no wake-up is left over.
        if (Interlocked.Exchange(ref _parked, 0) != 0)
        {
            _wakeUp.Release();
        }
    }

    private void Loop()
    {
        int last = 0;
        while (Next(ref last))
        {
            WorkerPool.Work(fromBack: _index % 2 == 0);
        }
    }

    /// <summary>Waits for a job; false when the pool stops.</summary>
    private bool Next(ref int last)
    {
        long until = Stopwatch.GetTimestamp() + Ticks(PatienceMicroseconds);
        while (Stopwatch.GetTimestamp() < until)
        {
            for (int i = 0; i < PausesPerLook; i++)
            {
                if (IsNew(ref last))
                {
                    return true;
                }

                Pause();
            }
        }

        while (!WorkerPool.IsStopping)
        {
            Interlocked.Exchange(ref _parked, 1);
            bool found = IsNew(ref last);
            if ((!found && !WorkerPool.IsStopping) || Interlocked.Exchange(ref _parked, 0) == 0)
            {
                // Either there is nothing to do, or someone has taken the flag down already and the wake-up is on its way.
                _wakeUp.Wait();
            }

            if (found || IsNew(ref last))
            {
                return true;
            }
        }

        return false;
    }

    // A job that wants fewer workers is none of this one's business, and does not keep it from parking.
    private bool IsNew(ref int last)
    {
        int now = WorkerPool.Generation;
        bool isNew = now != last;
        last = now;
        return isNew && _index < WorkerPool.Helpers;
    }
}
