using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Extraction;

/// <summary>
/// Finds where a document states its person's name: on one of its first lines, wherever that name is repeated in full, and under the
/// closing of a letter. A line looks like a name where it is two to four capitalized words and nothing else; so do "Data Scientist" and
/// "Python, SQL", which the catalog tells apart. Where it cannot ("Ruby Mason", "Julia Jenkins") the line is a name: a skill lost is the
/// lesser harm.
/// </summary>
internal static partial class PersonNames
{
    private const int HeadLines = 3;

    /// <summary>How far into a text a contact detail makes the lines around it the head of a resume.</summary>
    private const int ContactReach = 300;

    /// <summary>Tools and languages whose names people bear too.</summary>
    private static readonly FrozenSet<string> BorneByPeople = FrozenSet.ToFrozenSet(
        ["ada", "alice", "angular", "basil", "carbon", "cassandra", "crystal", "dart", "django", "drew", "elm", "flint", "haskell", "hugo", "io", "jade", "jasmine",
         "jasper", "jenkins", "jest", "julia", "maya", "nim", "pascal", "ruby", "rusty", "sage", "stan", "swift", "travis", "vala", "wolfram"],
        StringComparer.Ordinal);

    /// <summary>The places to blank.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstContact">Where its first contact detail stands; beyond the text where it has none.</param>
    /// <param name="snapshot">The catalog version that tells skills and titles from names.</param>
    public static IEnumerable<Range> Find(string text, int firstContact, CatalogSnapshot snapshot)
    {
        if (AtHead(text, firstContact <= ContactReach, snapshot) is { } head)
        {
            var name = text[head];
            for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
                yield return at..(at + name.Length);
        }

        foreach (Match match in Closing().Matches(text))
        {
            var signature = match.Groups["name"];
            if (IsCapitalized(signature.Value, least: 1)) yield return signature.Index..(signature.Index + signature.Length);
        }
    }

    private static Range? AtHead(string text, bool contactNear, CatalogSnapshot snapshot)
    {
        var seen = 0;
        foreach (var span in text.AsSpan().Split('\n'))
        {
            var (start, length) = span.GetOffsetAndLength(text.Length);
            var line = text.AsSpan(start, length).Trim(" \t\r#*");
            if (line.IsEmpty) continue;
            if (SectionHeadings.IsHeading(line) || ++seen > HeadLines) return null;
            var name = line.ToString();
            if (!IsCapitalized(name, least: 2) || IsOfCatalog(name, contactNear, snapshot)) continue;
            var first = text.IndexOf(name, start, StringComparison.Ordinal);
            return first..(first + name.Length);
        }

        return null;
    }

    private static bool IsCapitalized(string line, int least)
    {
        var words = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= least && words.Length <= 4
            && Array.TrueForAll(words, w => char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '.' or '\'' or '-' or ','));
    }

    /// <summary>
    /// Whether the line is a title, a skill or a list of skills. Listed by commas, or one name of several words, they are; single words
    /// side by side ("Docker Kubernetes") only where nothing speaks for a name: no contact details near, no word that people bear.
    /// </summary>
    private static bool IsOfCatalog(string line, bool contactNear, CatalogSnapshot snapshot)
    {
        var tokens = TextAnalysis.Tokenize(line);
        if (IsTitle(tokens, snapshot)) return true;
        var skills = snapshot.SkillLexicon.Find(tokens);
        if (skills.Sum(s => s.TokenCount) < tokens.Count) return false;
        if (skills.Count == 1 || line.Count(c => c == ',') == skills.Count - 1) return true;
        return !contactNear && !skills.Exists(s => snapshot.Skills[s.Skill].Ambiguous || BorneByPeople.Contains(tokens[s.FirstToken].Text));
    }

    /// <summary>A title of two words or more, or one word behind a level: "Data Scientist", "Senior Accountant". "Cook" alone may be anybody.</summary>
    private static bool IsTitle(List<Token> tokens, CatalogSnapshot snapshot)
    {
        var words = tokens.ConvertAll(t => t.Text);
        var core = SeniorityReader.Read(words).CoreWords.Count;
        var longest = snapshot.TitlePhrases.Find(tokens).Select(t => t.TokenCount).DefaultIfEmpty().Max();
        return tokens.Count >= 2 && longest >= core;
    }

    [GeneratedRegex(
        @"^[ \t]{0,10}((kind|best|warm|many)[ \t]{1,3})?(regards|wishes|sincerely|yours[ \t]{1,3}(sincerely|faithfully|truly)|sincerely[ \t]{1,3}yours|thanks|thank you|cheers),?[ \t\r]{0,10}\n([ \t\r]{0,10}\n){0,2}[ \t]{0,10}(?<name>[^\n\r]{1,60})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Closing();
}
