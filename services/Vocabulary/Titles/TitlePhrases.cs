using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>Where a text names a title of the catalog.</summary>
/// <param name="FirstToken">Index of its first word.</param>
/// <param name="TokenCount">How many words.</param>
public readonly record struct TitleMention(int FirstToken, int TokenCount);

/// <summary>Finds the titles of one catalog version in running text, longest first, without overlaps.</summary>
public sealed class TitlePhrases
{
    private readonly PhraseTrie _phrases = new();

    /// <summary>Indexes the titles and alternate titles of the roles.</summary>
    public TitlePhrases(ImmutableArray<Role> roles)
    {
        for (var r = 0; r < roles.Length; r++)
        {
            Add(roles[r].Title, r);
            foreach (var alternate in roles[r].AlternateTitles)
            {
                Add(alternate, r);
            }
        }
    }

    /// <summary>The titles named, in the order of the text.</summary>
    public List<TitleMention> Find(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Select(t => TextAnalysis.Singular(t.Text)).ToArray();
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

    private void Add(string title, int role)
    {
        var words = TextAnalysis.Tokenize(title).Select(t => TextAnalysis.Singular(t.Text)).ToArray();
        if (words.Length is > 0 and <= 8)
        {
            _phrases.Add(words, role);
        }
    }
}
