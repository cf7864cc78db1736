using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Names;

/// <summary>Tells titles and skills of a catalog version from the names of people and places.</summary>
internal sealed class CatalogNames(CatalogSnapshot snapshot)
{
    private const int MostTokens = 40;

    /// <summary>Whether the words are a title, one skill of several words, or a list of skills with commas.</summary>
    public bool IsTitleOrSkills(ReadOnlySpan<char> words) => IsTitle(words) || IsSkills(words);

    /// <summary>
    /// A title of two words or more, or one word behind a level: "Data Scientist", "Senior Accountant". "Cook" alone may be
    /// anybody.
    /// </summary>
    public bool IsTitle(ReadOnlySpan<char> words) =>
        TextAnalysis.Tokenize(words) is { Count: >= 2 } tokens
        && LongestTitle(tokens) is > 0 and var longest
        && longest >= Core(tokens);

    /// <summary>A title of two words or more beside its level: "Junior Mason" may be anybody too.</summary>
    public bool IsLongTitle(ReadOnlySpan<char> words) =>
        TextAnalysis.Tokenize(words) is var tokens && Core(tokens) >= 2 && LongestTitle(tokens) >= Core(tokens);

    /// <summary>
    /// Whether the words are one skill of several words, or skills with commas between: "Ruby Mason" are no skills, "Ruby, SQL"
    /// are.
    /// </summary>
    public bool IsSkills(ReadOnlySpan<char> words)
    {
        var tokens = TextAnalysis.Tokenize(words);
        if (tokens.Count is < 2 or > MostTokens)
        {
            return false;
        }
        var skills = snapshot.SkillLexicon.Find(tokens);
        if (skills.Sum(s => s.TokenCount) < tokens.Count)
        {
            return false;
        }
        return skills.Count == 1 || words.Count(',') >= skills.Count - 1;
    }

    private int LongestTitle(List<Token> tokens) =>
        tokens.Count > MostTokens ? 0 : snapshot.TitlePhrases.Find(tokens).Select(t => t.TokenCount).DefaultIfEmpty().Max();

    private static int Core(List<Token> tokens) =>
        tokens.Count > MostTokens ? int.MaxValue : SeniorityReader.Read(tokens.ConvertAll(t => t.Text)).CoreWords.Count;
}
