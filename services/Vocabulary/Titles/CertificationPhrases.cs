using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>Finds the certifications that the roles of one catalog version ask for in running text.</summary>
public sealed class CertificationPhrases
{
    private readonly PhraseTrie _phrases = new();

    /// <summary>
    /// Indexes the certifications of the roles. Names of one word are left out: too many of them are words of every day.
    /// </summary>
    public CertificationPhrases(ImmutableArray<Role> roles)
    {
        foreach (var certification in roles.SelectMany(r => r.Requirements?.Certifications ?? []))
        {
            var words = TextAnalysis.Tokenize(certification.Title).Select(t => t.Text).ToArray();
            if (words.Length > 1)
            {
                _phrases.Add(words, 0);
            }
        }
    }

    /// <summary>The certifications named, in the order of the text.</summary>
    public List<TitleMention> Find(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Select(t => t.Text).ToArray();
        var mentions = new List<TitleMention>();
        for (var i = 0; i < words.Length; )
        {
            var (_, length) = _phrases.Longest(words, i, words.Length);
            if (length > 0)
            {
                mentions.Add(new TitleMention(i, length));
            }
            i += Math.Max(1, length);
        }

        return mentions;
    }
}
