using System.Text;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Reads documents of tests.</summary>
internal static class KindReading
{
    public static ReadDocument Read(byte[] document, CatalogSnapshot? snapshot = null) =>
        DocumentReader.ReadWithSpans(
            new Document { Content = ByteString.CopyFrom(document) },
            snapshot ?? MadeUpCatalog.Index.Snapshot,
            new DateOnly(2026, 11, 1),
            cancellationToken: TestContext.Current.CancellationToken
        );

    public static ReadDocument Read(string text, CatalogSnapshot? snapshot = null) =>
        Read(Encoding.UTF8.GetBytes(text), snapshot);

    /// <summary>Titles of the skills read, in their order, apart by bars.</summary>
    public static string Skills(string text, CatalogSnapshot snapshot) =>
        string.Join('|', Read(text, snapshot).Skills.Select(skill => skill.Skill.Title));

    /// <summary>Titles of the jobs read, in their order, apart by bars.</summary>
    public static string Jobs(string text, CatalogSnapshot snapshot) =>
        string.Join('|', Read(text, snapshot).Profile.Jobs.Select(job => job.Title));
}
