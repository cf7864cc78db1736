using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>Licences that roles ask for among those that a person named: "RN license" is that of a registered nurse.</summary>
internal static class NamedCertifications
{
    /// <summary>Words that licences of all trades have.</summary>
    private static readonly HashSet<string> Generic = new(
        (
            "license licence licensed licensure certificate certification certified registration registered registry card ticket "
            + "state national professional permit a an the of as in for or and class s exam required valid full board"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>The one that means the requirement; null if none does.</summary>
    /// <param name="requirement">The certification as the catalog writes it.</param>
    /// <param name="role">Title of the role, whose words stand in where the requirement names no trade.</param>
    /// <param name="named">Certifications in the person's words.</param>
    public static string? Find(string requirement, string role, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
        {
            return null;
        }

        // "Licence or registration: electrician's license or identification card" asks for either.
        var names = requirement[(requirement.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return names
            .Split(" or ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Prepend(names)
            .Append(IsOfNoTrade(names) ? role : names)
            .Select(alternative => FindOne(alternative, named))
            .FirstOrDefault(found => found is not null);
    }

    private static bool IsOfNoTrade(string requirement) => Words(requirement).TrueForAll(Generic.Contains);

    private static string? FindOne(string requirement, IReadOnlyList<string> named)
    {
        var asked = Words(requirement);
        var trade = asked.Where(word => !Generic.Contains(word)).ToList();
        return trade.Count == 0 ? null : named.FirstOrDefault(Means);

        bool Means(string name)
        {
            var words = Words(name);
            words.AddRange(TitleLexicon.WriteOut(name));
            return words.Exists(word => IsAcronym(word, asked)) || trade.TrueForAll(word => words.Exists(w => IsSame(w, word)));
        }
    }

    /// <summary>"CDL" of "commercial driver's license".</summary>
    private static bool IsAcronym(string word, List<string> asked)
    {
        var initials = string.Concat(asked.Where(w => w.Length > 1).Select(w => w[0]));
        return word.Length >= 2 && initials.StartsWith(word, StringComparison.Ordinal);
    }

    private static bool IsSame(string a, string b) => a == b || Stemmer.Stem(a) == Stemmer.Stem(b);

    private static List<string> Words(string text) => TextAnalysis.Tokenize(text).ConvertAll(t => TextAnalysis.Singular(t.Text));
}
