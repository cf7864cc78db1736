using System.Globalization;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.Testing.Documents;

namespace CareerRecs.ProfileMatching.Tests.Documents;

/// <summary>
/// Documents with random damage, each read by a process of its own. <c>CAREERRECS_FUZZ</c> is how many of each kind,
/// <c>CAREERRECS_FUZZ_FROM</c> the seed of the first one.
/// </summary>
public sealed class FuzzTests
{
    private const int Few = 25;
    private const int AtOnce = 2;
    private const long MostGrowth = 64 << 20;

    private static readonly int? Asked = NumberFrom("CAREERRECS_FUZZ");
    private static readonly int First = NumberFrom("CAREERRECS_FUZZ_FROM") ?? 0;

    public static TheoryData<string> Kinds => [.. DamagedDocuments.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_damaged_document_is_read_or_refused(string kind)
    {
        await using var pool = Readers.Pool(Readers.Patient);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce,
            CancellationToken = TestContext.Current.CancellationToken,
        };

        await Parallel.ForEachAsync(
            Enumerable.Range(First, Asked ?? Few),
            parallel,
            async (seed, _) =>
            {
                var answer = await pool.ReadOrRefuseAsync(DamagedDocuments.Make(kind, seed));
                Assert.NotNull(answer);
                if (
                    answer.StartsWith("takes more", StringComparison.Ordinal)
                    || answer.StartsWith("is broken, or", StringComparison.Ordinal)
                )
                {
                    TestContext.Current.SendDiagnosticMessage("{0} {1} {2}", kind, seed, answer);
                }
            }
        );

        // Other tests use memory too; with a number asked for, these run alone.
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.SendDiagnosticMessage("{0} from {1}: {2} read, grew by {3} bytes", kind, First, Asked ?? Few, growth);
        Assert.True(Asked is null || growth < MostGrowth, $"The host grew by {growth} bytes");
    }

    private static int? NumberFrom(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
