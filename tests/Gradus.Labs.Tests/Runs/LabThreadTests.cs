using Gradus.Tensors;

namespace Gradus.Labs.Tests.Runs;

/// <summary>The number of threads is one for the whole process, so these tests run alone.</summary>
[Collection(nameof(LabThreadTests))]
public sealed class LabThreadTests
{
    public static TheoryData<string> Ids => LabRuns.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_OneTwoOrThreeThreads_SameBits(string id)
    {
        int before = GradusThreads.Count;
        try
        {
            List<string> digests = [];
            foreach (int threads in (int[])[1, 2, 3])
            {
                GradusThreads.Count = threads;
                digests.Add(LabCatalog.Find(id)!.Run(new LabRequest(2, 1), null, CancellationToken.None).Digest);
            }

            Assert.Single(digests.Distinct());
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    /// <summary>Keeps the tests of this class from running beside others.</summary>
    [CollectionDefinition(nameof(LabThreadTests), DisableParallelization = true)]
    public sealed class Alone;
}
