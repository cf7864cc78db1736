namespace CareerRecs.Vocabulary;

/// <summary>Cleans free job titles: what is no title goes, abbreviations are written out.</summary>
internal static class TitleText
{
    private static readonly Dictionary<string, string[]> Abbreviations = new(StringComparer.Ordinal)
    {
        ["sr"] = ["senior"],
        ["jr"] = ["junior"],
        ["eng"] = ["engineer"],
        ["engr"] = ["engineer"],
        ["dev"] = ["developer"],
        ["mgr"] = ["manager"],
        ["mngr"] = ["manager"],
        ["admin"] = ["administrator"],
        ["asst"] = ["assistant"],
        ["assoc"] = ["associate"],
        ["ml"] = ["machine", "learning"],
        ["dl"] = ["deep", "learning"],
        ["ai"] = ["artificial", "intelligence"],
        ["swe"] = ["software", "engineer"],
        ["sde"] = ["software", "developer"],
        ["sre"] = ["site", "reliability", "engineer"],
        ["dba"] = ["database", "administrator"],
        ["hr"] = ["human", "resources"],
        ["qa"] = ["quality", "assurance"],
        ["bi"] = ["business", "intelligence"],
        ["ux"] = ["user", "experience"],
        ["ui"] = ["user", "interface"],
        ["pm"] = ["product", "manager"],
        ["rn"] = ["registered", "nurse"],
        ["vp"] = ["vice", "president"],
        ["backend"] = ["back", "end"],
        ["frontend"] = ["front", "end"],
        ["fullstack"] = ["full", "stack"],
        ["tech"] = ["technical"],
        ["rep"] = ["representative"],
        ["exec"] = ["executive"],
        ["coord"] = ["coordinator"],
        ["acct"] = ["account"],
        ["sys"] = ["systems"],
        ["svp"] = ["senior", "vice", "president"],
        ["avp"] = ["vice", "president"],
    };

    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "remote", "hybrid", "onsite", "contract", "contractor", "temporary", "temp", "part-time", "full-time", "fulltime", "parttime", "freelance", "the", "a", "an",
    };

    /// <summary>The words of a title, written out, without brackets, places behind a dash, and words on the contract.</summary>
    public static List<string> Words(string title)
    {
        var words = new List<string>();
        foreach (var token in TextAnalysis.Tokenize(Strip(title)))
        {
            var word = token.Text.TrimEnd('.');
            if (Noise.Contains(word)) continue;
            if (Abbreviations.TryGetValue(word, out var written)) words.AddRange(written);
            else words.Add(TextAnalysis.Singular(word));
        }

        return words;
    }

    /// <summary>Only the words, as they stand: "front end" and "sr" stay what they are.</summary>
    public static string Plain(string title) => TextAnalysis.Normalize(title);

    private static string Strip(string title)
    {
        var kept = new System.Text.StringBuilder(title.Length);
        var depth = 0;
        foreach (var c in title)
        {
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']') depth = Math.Max(0, depth - 1);
            else if (depth == 0) kept.Append(c);
        }

        var text = kept.ToString();
        foreach (var cut in (ReadOnlySpan<string>)[" - ", " – ", " | ", " @ ", " at "])
        {
            var at = text.IndexOf(cut, StringComparison.OrdinalIgnoreCase);
            if (at > 0) text = text[..at];
        }

        return text.Trim().Length > 0 ? text : title;
    }
}
