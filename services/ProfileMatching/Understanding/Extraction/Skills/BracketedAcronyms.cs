using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>
/// Tells acronyms in the brackets behind a skill that stand for something else there: in "AWS (S3, EMR)" the catalog's only EMR,
/// the electronic medical record, is not meant.
/// </summary>
internal sealed class BracketedAcronyms(
    string text,
    IReadOnlyList<Token> tokens,
    IReadOnlyList<SkillMention> mentions,
    CatalogSnapshot snapshot
)
{
    private const int LongestAcronym = 5;
    private const int LongestBracket = 120;

    /// <summary>Cosine with the skill in front of the bracket below which an acronym stands for something else.</summary>
    private const float LeastCosine = 0.3f;

    /// <summary>Whether the mention is such an acronym.</summary>
    public bool IsOther(int at)
    {
        var mention = mentions[at];
        return mention is { Kind: MatchKind.Alias, TokenCount: 1 }
            && IsAcronym(tokens[mention.FirstToken])
            && FindParent(at) is { } parent
            && !snapshot.Skills[mention.Skill].Broader.Contains(snapshot.Skills[parent].Name)
            && PhraseEncoder.Cosine(Encode(mention.Skill), Encode(parent)) < LeastCosine;
    }

    /// <summary>The skill in front of the bracket that the mention stands in.</summary>
    private int? FindParent(int at)
    {
        var start = tokens[mentions[at].FirstToken].Start;
        var from = Math.Max(0, start - LongestBracket);
        var bracket = text.LastIndexOf('(', start, start - from);
        if (bracket < 0 || text.AsSpan(bracket, start - bracket).ContainsAny(')', '\n'))
        {
            return null;
        }

        for (var i = at - 1; i >= 0; i--)
        {
            var last = tokens[mentions[i].FirstToken + mentions[i].TokenCount - 1];
            if (last.End <= bracket)
            {
                return text.AsSpan(last.End, bracket - last.End).IsWhiteSpace() ? mentions[i].Skill : null;
            }
        }

        return null;
    }

    private bool IsAcronym(Token token) =>
        token.End - token.Start <= LongestAcronym
        && text.AsSpan(token.Start, token.End - token.Start).IndexOfAnyInRange('a', 'z') < 0;

    private float[] Encode(int skill) => PhraseEncoder.Shipped.Encode(snapshot.Skills[skill].Title);
}
