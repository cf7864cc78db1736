using System.IO.Compression;
using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>
/// Measures an encoder: on titles kept out of training, on everyday phrases, on vacancy titles. Trains nothing.
/// </summary>
public sealed class EncoderChecks(Taxonomies taxonomies, HeldOut heldOut, string data)
{
    private const int MostQuestions = 1500;

    private readonly string[][] _probes =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "probes.tsv")).Skip(1).Select(line => line.Split('\t')),
    ];

    private readonly EverydayCheck _everyday = new(taxonomies, heldOut);

    /// <summary>Prints all measures of an encoder.</summary>
    public void Print(string name, Func<string, float[]?> encode)
    {
        var right = _probes.Count(p => Cosine(encode, p[0], p[1]) > Cosine(encode, p[0], p[2]));
        var titles = _probes.SelectMany(p => p[1..]).Distinct().ToDictionary(title => title, title => new[] { title });
        var questions = _probes.Select(p => (p[0], new HashSet<string> { p[1] })).ToArray();
        var ranking = Ranking.Measure(encode, questions, titles);
        Console.WriteLine($"{name}: probes {right}/{_probes.Length}, among all titles {ranking}");
        PrintHeldOut("O*NET", encode, taxonomies.Occupations.Where(o => o.IsOnet));
        PrintHeldOut("ESCO", encode, taxonomies.Occupations.Where(o => !o.IsOnet));
        _everyday.Print(encode);
        PrintVacancies(encode);
    }

    /// <summary>An encoding function over the product's encoder.</summary>
    public static Func<string, float[]?> Over(EncoderTable table)
    {
        var encoder = new PhraseEncoder(table);
        return phrase =>
        {
            var vector = new float[encoder.Dimensions];
            return encoder.Encode(phrase, vector) ? vector : null;
        };
    }

    private void PrintHeldOut(string taxonomy, Func<string, float[]?> encode, IEnumerable<Occupation> occupations)
    {
        var all = occupations.ToArray();
        var questions = all.SelectMany(o => o.OtherTitles.Where(heldOut.Contains).Select(title => (Title: title, o.Title)))
            .GroupBy(q => q.Item1, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, g.Select(q => q.Item2).ToHashSet()))
            .Take(MostQuestions)
            .ToArray();
        var answers = all.GroupBy(o => o.Title).ToDictionary(g => g.Key, g => new[] { g.Key });
        Console.WriteLine($"    held-out alternate titles of {taxonomy}: {Ranking.Measure(encode, questions, answers)}");
    }

    private void PrintVacancies(Func<string, float[]?> encode)
    {
        var path = Path.Combine(data, "titles", "jobbert_dev.csv.gz");
        if (!File.Exists(path))
        {
            return;
        }

        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var answers = taxonomies
            .Occupations.Where(o => !o.IsOnet)
            .ToDictionary(o => o.Id, o => o.OtherTitles.Append(o.Title).ToArray());
        var questions = Tables
            .ReadCsv(text)
            .Where((_, i) => i % 15 == 0)
            .Select(row => (row["vacancyTitle"], new HashSet<string> { row["conceptUri"] }))
            .Where(q => answers.ContainsKey(q.Item2.First()))
            .ToArray();
        Console.WriteLine($"    vacancy titles to ESCO: {Ranking.Measure(encode, questions, answers)}");
    }

    private static float Cosine(Func<string, float[]?> encode, string first, string second) =>
        encode(first) is { } a && encode(second) is { } b ? PhraseEncoder.Cosine(a, b) : -1;
}
