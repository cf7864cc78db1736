using System.Text.Json;
using CareerRecs.Catalog.V1;
using CareerRecs.Evaluation.Fitting;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ProfileMatching.Understanding.Extraction.Names;
using CareerRecs.Vocabulary;
using Google.Protobuf;
using Sylvan.Data.Csv;

namespace CareerRecs.Evaluation;

/// <summary>A resume with the category it was found under and the starts of the codes that count as right for it.</summary>
internal sealed record ResumeRow(string Id, string Category, string Text, string[] Right)
{
    private static readonly string[] Path = ["resumes", "livecareer.csv.gz"];

    /// <summary>The resumes were collected by then.</summary>
    private static readonly DateOnly Today = new(2020, 1, 1);

    private PersonEvidence? _evidence;

    /// <summary>Whether there are rows to test on.</summary>
    public static bool AreIn(Lab lab) => lab.HasRows(Path);

    /// <summary>The rows of a folder. A category without codes, such as ADVOCATE, has no right answer and is left out.</summary>
    public static List<ResumeRow> Read(Lab lab, DirectoryInfo folder)
    {
        var codes = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
            File.ReadAllText(lab.Find("resumes", "category_soc.json").FullName)
        )!;
        var rows = new List<ResumeRow>();
        using var reader = new StreamReader(Lab.Open(new FileInfo(System.IO.Path.Combine([folder.FullName, .. Path]))));
        using var csv = CsvDataReader.Create(reader, new CsvDataReaderOptions { MaxBufferSize = 1 << 22 });
        while (csv.Read())
        {
            if (codes.TryGetValue(csv.GetString(1), out var right) && right.Length > 0)
            {
                rows.Add(new ResumeRow(csv.GetString(0), csv.GetString(1), csv.GetString(2), right));
            }
        }

        return rows;
    }

    /// <summary>
    /// The person as the services would understand the resume; the same for every index of one catalog version.
    /// </summary>
    public PersonEvidence Understand(MatchIndex index) => _evidence ??= Understander.Read(Parsed(index), index, Today).Evidence;

    /// <summary>
    /// What the services answer. Jobs still held go on until today there, and not until the resumes were collected.
    /// </summary>
    public IReadOnlyList<Recommendation> Served(Lab lab, int most) =>
        lab
            .Shipped.Session.Matching.RecommendRoles(
                new RecommendRolesRequest
                {
                    Subject = new Subject { Document = Document() },
                    Catalog = "catalogs/onet",
                    MaxResults = most,
                },
                cancellationToken: lab.CancellationToken
            )
            .Recommendations;

    /// <summary>The jobs of the resume that its own words can be set against.</summary>
    public IEnumerable<TitleHeldBack> HoldBack(MatchIndex index) => TitleHeldBack.Of(Id, Parsed(index), index, Today);

    /// <summary>The terms of the text as they are, for a baseline.</summary>
    public Dictionary<string, int> PlainTerms(MatchIndex index) =>
        TextIndex.Terms(DocumentText.Anonymize(Text, index.Snapshot).Tokens);

    /// <summary>Whether the role is right for the category.</summary>
    public bool IsRight(MatchIndex index, RoleId role) =>
        Array.Exists(Right, code => ResourceName.IdOf(index.Roles[role].Name).StartsWith(code, StringComparison.Ordinal));

    private Document Document() => new() { Content = ByteString.CopyFromUtf8(Text) };

    private ReadDocument Parsed(MatchIndex index) => DocumentReader.ReadWithSpans(Document(), index.Snapshot);
}
