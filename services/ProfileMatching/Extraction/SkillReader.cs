using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Extraction;

/// <summary>A skill read from a text.</summary>
internal readonly record struct ReadSkill(Skill Skill, MatchKind Kind, int Start, int End);

/// <summary>Reads the skills that a text names: once each, where first named, without those it denies and without ambiguous words out of context.</summary>
internal static class SkillReader
{
    private const int ContextTokens = 8;
    private const int NegationTokens = 4;

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal) { "no", "not", "without", "never", "lack", "lacking" };

    public static List<ReadSkill> Read(string text, IReadOnlyList<Token> tokens, CatalogSnapshot snapshot)
    {
        var mentions = snapshot.SkillLexicon.Find(tokens);
        var read = new List<ReadSkill>();
        var seen = new HashSet<int>();
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (seen.Contains(mention.Skill)) continue;
            var skill = snapshot.Skills[mention.Skill];
            if (skill.Ambiguous && !InContext(text, tokens, mentions, i, snapshot)) continue;
            if (Denied(text, tokens, mention.FirstToken)) continue;
            seen.Add(mention.Skill);
            var last = tokens[mention.FirstToken + mention.TokenCount - 1];
            read.Add(new ReadSkill(skill, mention.Kind, tokens[mention.FirstToken].Start, last.End));
        }

        return read;
    }

    /// <summary>An ambiguous word counts as written in its title ("Go", not "go") and with another tool close by.</summary>
    private static bool InContext(string text, IReadOnlyList<Token> tokens, List<SkillMention> mentions, int at, CatalogSnapshot snapshot)
    {
        var mention = mentions[at];
        if (mention.TokenCount > 1) return true;
        var token = tokens[mention.FirstToken];
        var written = text.AsSpan(token.Start, token.End - token.Start);
        if (char.IsLower(written[0])) return false;
        return Near(-1) || Near(1);

        // Ambiguous words stand side by side in lists ("C++, Go, Rust, Make"), so the nearest tool may be a few names away.
        bool Near(int step)
        {
            for (var other = at + step; other >= 0 && other < mentions.Count; other += step)
            {
                if (Math.Abs(mentions[other].FirstToken - mention.FirstToken) > ContextTokens) return false;
                if (snapshot.Skills[mentions[other].Skill] is { Ambiguous: false, Category: SkillCategory.Tool or SkillCategory.Technical }) return true;
            }

            return false;
        }
    }

    /// <summary>"No experience with X", "not familiar with X": a denying word shortly before, in the same sentence.</summary>
    private static bool Denied(string text, IReadOnlyList<Token> tokens, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - NegationTokens); i--)
        {
            var between = text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End);
            if (between.IndexOfAny(".;:\n•") >= 0) return false;
            if (Negations.Contains(tokens[i].Text)) return true;
        }

        return false;
    }
}
