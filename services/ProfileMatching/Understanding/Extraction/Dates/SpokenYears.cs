using System.Collections.Frozen;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates;

/// <summary>
/// How long somebody did something, in words that say nothing else of time: "bricklayer for 20 years", "Sergeant, twelve years".
/// </summary>
internal static class SpokenYears
{
    private const double MostYears = 50;

    private static readonly FrozenSet<string> OfOthers = FrozenSet.Create(
        StringComparer.Ordinal,
        "old",
        "ago",
        "olds",
        "course",
        "degree",
        "diploma",
        "apprenticeship",
        "contract",
        "plan",
        "warranty",
        "project",
        "programme",
        "program"
    );

    /// <summary>The longest time said; null if none is.</summary>
    public static double? Find(string text)
    {
        var pieces = DateLexer.Split(text, 0, text.Length);
        double? most = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (
                DurationReader.IsUnit(pieces[i].Key)
                && DurationReader.ReadAround(pieces, i) is { Years: > 0 and <= MostYears } said
                && !pieces.Skip(said.Next).Take(2).Any(piece => OfOthers.Contains(piece.Key))
                && said.Years > (most ?? 0)
            )
            {
                most = said.Years;
            }
        }

        return most;
    }
}
