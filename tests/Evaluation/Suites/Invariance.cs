using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using Google.Protobuf;
using Sylvan.Data.Csv;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// The same document about different people: real resumes under a made-up head and above a made-up signature, in every format.
/// Names, pronouns, ages, addresses and pictures change, the answers must not, to the byte. Where words stand (`start`, `end`) is
/// compared by the words that stand there, since a longer name moves all that follows; an answer's id is a hash of the question
/// and left out.
/// </summary>
internal static class Invariance
{
    private static readonly string[] Asked = ["catalogs/onet", "catalogs/builtin"];

    private const int MostResumes = 300;
    private static readonly DateOnly Today = new(2026, 11, 1);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (!lab.HasRows("resumes", "livecareer.csv.gz"))
        {
            Console.Error.WriteLine("invariance: left out, resumes/livecareer.csv.gz is missing");
            yield break;
        }

        var answer = lab.Fit is null ? ThroughServices(lab) : ThroughEngine(lab);
        var outcomes = new List<(string Format, bool Equal)>();
        var number = 0;
        foreach (var resume in Sample(lab))
        {
            lab.CancellationToken.ThrowIfCancellationRequested();
            var format = PersonalDocument.Formats[number % PersonalDocument.Formats.Length];
            var expected = answer(PersonalDocument.Make(resume, Identity.All[0], format, number));
            for (var i = 1; i < Identity.All.Length; i++)
            {
                var equal = answer(PersonalDocument.Make(resume, Identity.All[i], format, number)) == expected;
                if (!equal)
                {
                    Console.Error.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"invariance: {format}, document {number}, person {i} is answered otherwise"
                        )
                    );
                }
                outcomes.Add((format, equal));
            }

            number++;
        }

        foreach (var format in PersonalDocument.Formats.Append("all"))
        {
            var units = outcomes.Where(o => format == "all" || o.Format == format).Select(o => o.Equal ? 1.0 : 0).ToList();
            if (units.Count == 0)
            {
                continue;
            }
            var (low, high) = Bootstrap.Interval(units, sample => sample.Average());
            yield return new Row(
                "invariance",
                format,
                "answers equal to the byte",
                units.Average(),
                low,
                high,
                units.Count,
                new Dictionary<string, double>()
            );
        }
    }

    private static List<string> Sample(Lab lab)
    {
        using var reader = new StreamReader(lab.Open("resumes", "livecareer.csv.gz"));
        using var csv = CsvDataReader.Create(reader, new CsvDataReaderOptions { MaxBufferSize = 1 << 22 });
        var all = new List<string>();
        while (csv.Read())
        {
            all.Add(csv.GetString(2));
        }
        var step = Math.Max(1, all.Count / MostResumes);
        return [.. all.Where((_, i) => i % step == 0).Take(MostResumes)];
    }

    private static Func<Document, string> ThroughEngine(Lab lab)
    {
        var catalogs = new[] { lab.Onet, MatchIndex.Build(lab.Catalogs.BuiltIn) }
            .Select(index => new CatalogHandle("shared", index.Snapshot, index))
            .ToList();
        return document =>
            string.Join(
                '\n',
                catalogs.Select(catalog =>
                {
                    var read = DocumentReader.ReadWithSpans(document, catalog.Snapshot, Today);
                    var request = new RecommendRolesRequest
                    {
                        Subject = new Subject { Document = document },
                        View = AnswerView.Full,
                    };
                    var asked = new AskedAbout(Understander.Read(read, catalog.Index, Today), [], Revision: 0);
                    return read.Profile.ToByteString().ToBase64()
                        + Comparable(RecommendedRoles.Answer(request, asked, catalog), read.Text);
                })
            );
    }

    private static Func<Document, string> ThroughServices(Lab lab) =>
        document =>
            string.Join(
                '\n',
                Asked.Select(catalog =>
                {
                    var matching = lab.Shipped.Session.Matching;
                    var extracted = matching.ExtractSkills(
                        new ExtractSkillsRequest { Document = document, Catalog = catalog },
                        cancellationToken: lab.CancellationToken
                    );
                    var request = new RecommendRolesRequest
                    {
                        Subject = new Subject { Document = document },
                        Catalog = catalog,
                        View = AnswerView.Full,
                    };
                    return Comparable(matching.RecommendRoles(request, cancellationToken: lab.CancellationToken), extracted.Text);
                })
            );

    /// <summary>The answer as bytes, with the words in place of where they stand.</summary>
    private static string Comparable(RecommendRolesResponse answer, string text)
    {
        var words = new List<string>();
        foreach (var skill in answer.Understanding.Skills.Where(s => s.HasStart))
        {
            words.Add(text[skill.Start..skill.End]);
            skill.ClearStart();
            skill.ClearEnd();
        }

        foreach (var job in answer.Understanding.Jobs.Where(j => j.HasStart))
        {
            words.Add(text[job.Start..job.End]);
            job.ClearStart();
            job.ClearEnd();
        }

        foreach (var part in answer.Understanding.Unread.Where(u => u.HasStart))
        {
            words.Add(text[part.Start..part.End]);
            part.ClearStart();
            part.ClearEnd();
        }

        answer.RecommendationId = "";
        return answer.ToByteString().ToBase64() + string.Join('|', words);
    }
}
