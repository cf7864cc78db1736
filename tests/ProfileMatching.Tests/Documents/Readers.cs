using System.Diagnostics.Metrics;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ProfileMatching.Understanding.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerRecs.ProfileMatching.Tests.Documents;

/// <summary>Reader processes without a host around them.</summary>
internal static class Readers
{
    /// <summary>Bounds that stop a bomb and let a machine be slow that runs other tests meanwhile.</summary>
    public static DocumentOptions Patient => PatientFor(TimeSpan.FromSeconds(10));

    /// <summary>A bound on the time of reading, and none to speak of on the start.</summary>
    public static DocumentOptions PatientFor(TimeSpan readingTime) =>
        new() { ReadingTime = readingTime, StartTime = TimeSpan.FromMinutes(1) };

    public static ReaderPool Pool(DocumentOptions options) => new(options, Metrics(), NullLogger<ReaderPool>.Instance);

    public static DocumentMetrics Metrics() =>
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    /// <summary>The text, or why there is none; whatever else happens fails the test.</summary>
    public static async Task<string> ReadOrRefuseAsync(this ReaderPool pool, byte[] content)
    {
        try
        {
            return (
                await pool.ReadAsync(content, Matching.V1.DocumentFormat.Unspecified, TestContext.Current.CancellationToken)
            ).Text;
        }
        catch (UnreadableDocumentException refused)
        {
            return refused.Message;
        }
    }
}
