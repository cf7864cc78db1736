using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>
/// Recognizes misspelt names of months. They are not guessed; the year behind them is not all that the text says.
/// </summary>
internal static class MonthSpelling
{
    private const int Shortest = 3;
    private const int LongestOfOneError = 5;

    private static readonly string[] Names =
    [
        .. DateLanguages
            .Shipped.Languages.SelectMany(language => language.Months)
            .SelectMany(forms => forms.Split(' '))
            .Select(form => DateLexer.Keys(form)[0])
            .Distinct(),
    ];

    /// <summary>Whether a word is no month and a letter or two from one.</summary>
    public static bool IsNear(DateLexeme word) =>
        word.Kind == LexemeKind.Word
        && word.Length >= Shortest
        && Array.Exists(Names, name => Math.Min(name.Length, word.Length) > Shortest - 1 && IsNear(word.Key, name));

    private static bool IsNear(string word, string name)
    {
        var most = Math.Max(word.Length, name.Length) <= LongestOfOneError ? 1 : 2;
        // A short word is a letter from many; it must begin alike.
        if (Math.Abs(word.Length - name.Length) > most || (most == 1 && word[0] != name[0]))
        {
            return false;
        }

        return EditDistance.Between(word, name, most) is > 0 and var distance && distance <= most;
    }
}
