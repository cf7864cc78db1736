using System.Buffers;

namespace CareerRecs.Vocabulary;

/// <summary>The words of a title.</summary>
/// <param name="Main">Those that make the title.</param>
/// <param name="Aside">Those in brackets and behind a dash: a place, a department, or nothing to do with the job.</param>
internal readonly record struct TitleWords(List<string> Main, List<string> Aside)
{
    /// <summary>How much a word aside counts against one of the title proper. Set on a grid of .3, .5, .7, .8.</summary>
    public const float AsideWeight = 0.7f;
}

/// <summary>Cleans free job titles: what is no title goes, abbreviations are written out.</summary>
internal static class TitleText
{
    private static readonly string[] Cuts = [" - ", " – ", " | ", " @ ", " at ", " #"];
    private static readonly SearchValues<char> Marks = SearchValues.Create("()[]-–|@#tT");

    /// <summary>The words of a title, written out, in the singular, without words on the contract.</summary>
    /// <param name="title">A title in any case and punctuation.</param>
    /// <param name="writeOut">Whether abbreviations are written out.</param>
    public static TitleWords Read(string title, bool writeOut = true)
    {
        var (main, aside) = title.AsSpan().ContainsAny(Marks) ? Split(title) : (title, "");
        var words = new TitleWords(Words(main, writeOut), Words(aside, writeOut));
        return words.Main.Count > 0 ? words : new TitleWords(words.Aside, []);
    }

    /// <summary>Only the words, as they stand: "front end" and "sr" stay what they are.</summary>
    public static string Plain(string title) => TextAnalysis.Normalize(title);

    private static List<string> Words(string text, bool writeOut)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var tokens = TextAnalysis.Tokenize(text);
        var words = new List<string>(tokens.Count + 2);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (TitleNoise.Contains(text, tokens, i))
            {
                continue;
            }

            var word = tokens[i].Text.TrimEnd('.');
            if (writeOut && word == "tech" && i > 0 && i == tokens.Count - 1)
            {
                // "Nail tech" is a person, "tech lead" leads something technical.
                words.Add("technician");
            }
            else if (writeOut && TitleAbbreviations.TryWriteOut(word, out var written))
            {
                words.AddRange(written);
            }
            else
            {
                words.Add(TextAnalysis.Singular(word));
            }
        }

        return words;
    }

    private static (string Main, string Aside) Split(string title)
    {
        var main = new System.Text.StringBuilder(title.Length);
        var aside = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var c in title)
        {
            if (c is '(' or '[')
            {
                depth++;
            }
            (depth == 0 ? main : aside).Append(c);
            if (c is ')' or ']')
            {
                depth = Math.Max(0, depth - 1);
            }
        }

        var text = main.ToString();
        foreach (var cut in Cuts)
        {
            var at = text.IndexOf(cut, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || text.AsSpan(0, at).IsWhiteSpace())
            {
                continue;
            }
            aside.Append(' ').Append(text, at, text.Length - at);
            text = text[..at];
        }

        return (text, aside.ToString());
    }
}
