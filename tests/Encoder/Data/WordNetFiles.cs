using System.Globalization;

namespace CareerRecs.Encoder;

/// <summary>Reads words and their definitions from WordNet's database: everyday words that taxonomies of work lack.</summary>
public static class WordNetFiles
{
    private static readonly string[] Files = ["data.noun", "data.verb", "data.adj", "data.adv"];

    /// <summary>Senses as their words and their definition; senses of names are left out.</summary>
    public static IEnumerable<(string[] Words, string Definition)> Load(string folder) =>
        from file in Files
        from line in File.ReadLines(Path.Combine(folder, file))
        where line.Length > 0 && char.IsDigit(line[0])
        let sense = Parse(line)
        where sense.Words.Length > 0
        select sense;

    private static (string[] Words, string Definition) Parse(string line)
    {
        // Offset, file, part of speech, number of words in hexadecimal, then a word and its sense number each; the gloss
        // follows a bar.
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var fields = line[..bar].Split(' ');
        var count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var words = Enumerable
            .Range(0, count)
            .Select(i => fields[4 + (2 * i)].Split('(')[0].Replace('_', ' '))
            .Where(word => !word.Any(char.IsUpper))
            .ToArray();
        var gloss = line[(bar + 1)..];
        var example = gloss.IndexOf('"', StringComparison.Ordinal);
        return (words, (example < 0 ? gloss : gloss[..example]).Trim(' ', ';'));
    }
}
