using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>A phrase as the rows of its known units.</summary>
public static class PhraseRows
{
    private const int Most = 80;

    /// <summary>Rows of those phrases that have a known unit.</summary>
    public static int[][] FindAll(UnitTable units, params IEnumerable<string> phrases) =>
        [.. phrases.Select(phrase => Find(units, phrase)).Where(rows => rows.Length > 0)];

    /// <summary>Rows of the known units, at most 80.</summary>
    public static int[] Find(UnitTable units, string phrase) =>
        units.Segment(phrase).Where(unit => unit.Row is not null).Select(unit => unit.Row!.Value).Take(Most).ToArray();
}
