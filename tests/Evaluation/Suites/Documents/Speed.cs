using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.Testing.Documents;
using Google.Protobuf;

namespace CareerRecs.Evaluation.Suites.Documents;

/// <summary>Processor time to read long documents in this process: a megabyte of text, and a PDF of ten full pages.</summary>
internal static class Speed
{
    private const int Rounds = 7;

    /// <summary>Rounds before the first that counts: a service has compiled its code by then.</summary>
    private const int RoundsToWarmUp = 8;
    private const int Megabyte = 1 << 20;
    private const int Pages = 10;
    private const int LinesOfPage = 54;

    /// <summary>The median times in milliseconds.</summary>
    /// <param name="catalog">Name of the catalog.</param>
    /// <param name="index">The catalog's index.</param>
    /// <param name="resume">Text that the documents repeat.</param>
    /// <param name="today">End date for ongoing jobs.</param>
    public static IEnumerable<Row> Measure(string catalog, MatchIndex index, string resume, DateOnly today)
    {
        var text = string.Concat(Enumerable.Repeat(resume, (Megabyte / resume.Length) - 1));
        var lines = text.Split('\n').Where(line => line.Length > 0 && line.All(char.IsAscii)).Take(Pages * LinesOfPage).ToList();
        yield return Time("1 MB of text, ms of a processor", ByteString.CopyFromUtf8(text));
        yield return Time($"PDF of {Pages} pages, ms of a processor", ByteString.CopyFrom(PdfFile.Of(string.Join('\n', lines))));

        Row Time(string metric, ByteString content)
        {
            var document = new Document { Content = content };
            var times = new List<double>();
            for (var round = -RoundsToWarmUp; round < Rounds; round++)
            {
                var start = Environment.CpuUsage.TotalTime;
                DocumentReader.ReadWithSpans(document, index.Snapshot, today);
                if (round >= 0)
                {
                    times.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
                }
            }

            times.Sort();
            return new Row(
                "documents",
                catalog,
                metric,
                times[Rounds / 2],
                times[0],
                times[^1],
                Rounds,
                new Dictionary<string, double>()
            );
        }
    }
}
