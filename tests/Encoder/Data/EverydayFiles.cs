namespace CareerRecs.Encoder;

/// <summary>Reads the product's everyday phrases: what people who do a job say they do.</summary>
public static class EverydayFiles
{
    private static readonly string[] Files = ["onet.tsv", "esco.tsv"];

    /// <summary>Adds the phrases to the occupations.</summary>
    public static void Load(string folder, IEnumerable<Occupation> occupations)
    {
        var phrases = Files
            .SelectMany(file => File.ReadLines(Path.Combine(folder, file)))
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1].Split("; "));
        foreach (var occupation in occupations)
        {
            occupation.Everyday.AddRange(phrases.GetValueOrDefault(occupation.Id[(occupation.Id.LastIndexOf('/') + 1)..], []));
        }
    }
}
