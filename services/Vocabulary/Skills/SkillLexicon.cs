using System.Buffers;
using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>Skills named in a running text: which one, where, and how it was found.</summary>
/// <param name="Skill">Index of the skill in the snapshot.</param>
/// <param name="FirstToken">Index of its first word.</param>
/// <param name="TokenCount">How many words.</param>
/// <param name="Kind">Title, alias or variant.</param>
public readonly record struct SkillMention(int Skill, int FirstToken, int TokenCount, MatchKind Kind);

/// <summary>
/// Reads words as the skills of one catalog version: by title, alias, variant, product name, other forms of the same words,
/// corrected spelling or meaning, in this order.
/// </summary>
public sealed class SkillLexicon
{
    private const double VariantConfidence = 0.95;
    private const string ScriptEnding = ".js";
    private const int ShortestSaid = 3;
    private const double SpellingConfidence = 0.85;
    private const float LeastBetterTitle = 0.2f;
    private const double LeastMeaningConfidence = 0.5;
    private const double MostMeaningConfidence = 0.8;

    private static readonly SearchValues<char> Separators = SearchValues.Create("()[]{}|,;:•·●▪\t");

    private readonly ImmutableArray<Skill> _skills;
    private readonly SkillNames _names = new();
    private readonly SkillPhrases _phrases = new();
    private readonly WordForms _forms;
    private readonly WordSpelling _spelling;
    private readonly SkillSuggestions _suggestions;
    private readonly ProductNames _products;
    private readonly MeaningMatch _meaning;

    /// <summary>
    /// Indexes the names of the skills. On a name that two skills claim the title wins, then the skill of the lower name.
    /// </summary>
    public SkillLexicon(ImmutableArray<Skill> skills)
    {
        _skills = skills;
        _forms = new WordForms(skills, PhraseEncoder.Shipped);
        _spelling = new WordSpelling(PhraseEncoder.Shipped);
        _suggestions = new SkillSuggestions(skills);
        _products = new ProductNames(skills);
        _meaning = new MeaningMatch(skills, PhraseEncoder.Shipped);
        for (var i = 0; i < skills.Length; i++)
        {
            AddName(skills[i].Title, i, MatchKind.Title);
        }

        for (var i = 0; i < skills.Length; i++)
        {
            foreach (var alias in skills[i].Aliases)
            {
                AddName(alias, i, MatchKind.Alias);
            }
        }

        for (var i = 0; i < skills.Length; i++)
        {
            if (SaidOfScript(skills[i]) is { } said)
            {
                AddName(said, i, MatchKind.Variant);
            }
        }

        _phrases.AddOtherWritings();
    }

    /// <summary>"Node" of "Node.js"; null if people say the whole name.</summary>
    private static string? SaidOfScript(Skill skill) =>
        skill.Category == SkillCategory.Tool
        && skill.Title.EndsWith(ScriptEnding, StringComparison.Ordinal)
        && skill.Title.Length >= ScriptEnding.Length + ShortestSaid
            ? skill.Title[..^ScriptEnding.Length]
            : null;

    /// <summary>Builds what is otherwise built for the first text that names no skill.</summary>
    public void Warm() => _meaning.Warm();

    /// <summary>What one text means as a skill. <c>Skill</c> is empty, with suggestions, when nothing is near.</summary>
    public SkillResolution Resolve(string text)
    {
        var name = TextAnalysis.Normalize(text);
        if (_names.Find(name) is { } known)
        {
            if (known.Kind != MatchKind.Title && FindBetterTitle(name, known.Skill) is { } better)
            {
                return Resolved(text, better, MatchKind.Variant, VariantConfidence);
            }

            return Resolved(text, known.Skill, known.Kind, known.Kind == MatchKind.Variant ? VariantConfidence : 1);
        }

        if ((_products.Find(name) ?? _names.FindFirst(text) ?? FindOtherForm(name)) is { } variant)
        {
            return Resolved(text, variant, MatchKind.Variant, VariantConfidence);
        }

        if (FindMisspelt(name) is var (misspelt, edits))
        {
            return Resolved(text, misspelt, MatchKind.Spelling, SpellingConfidence - (0.1 * (Math.Min(edits, 3) - 1)));
        }

        var words = _spelling.JoinWords(name);
        var nearest = _meaning.FindNearest(words);
        if (_meaning.Decide(words, nearest) is { } near)
        {
            return Resolved(text, near.Skill, MatchKind.Meaning, ConfidenceFrom(near.Cosine));
        }

        return new SkillResolution { Text = text, Suggestions = { _suggestions.List(name, nearest) } };
    }

    /// <summary>
    /// The skills that a tokenized text names, longest names first, without overlaps, in the order of the text. Ambiguous words
    /// ("Go", "R") are returned too: only the caller sees enough of the context to decide.
    /// </summary>
    /// <param name="tokens">Words of the text.</param>
    /// <param name="text">
    /// The text, whose brackets and list marks end a name: "AWS (EC2, S3)" names three skills. Empty: marks are ignored.
    /// </param>
    public List<SkillMention> Find(IReadOnlyList<Token> tokens, ReadOnlySpan<char> text = default)
    {
        var words = new string[tokens.Count];
        var ends = new int[tokens.Count];
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            words[i] = TextAnalysis.Singular(tokens[i].Text);
            ends[i] = i == tokens.Count - 1 || AreApart(text, tokens[i], tokens[i + 1]) ? i + 1 : ends[i + 1];
        }

        return
        [
            .. _phrases
                .Find(words, ends)
                .Select(f => new SkillMention(f.Skill, f.First, f.Count, KindOf(tokens, f.First, f.Count))),
        ];
    }

    private static bool AreApart(ReadOnlySpan<char> text, Token word, Token next) =>
        next.End <= text.Length && text[word.End..next.Start].ContainsAny(Separators);

    private MatchKind KindOf(IReadOnlyList<Token> tokens, int first, int count) =>
        _names.FindKind(count == 1 ? tokens[first].Text : string.Join(' ', tokens.Skip(first).Take(count).Select(t => t.Text)))
        ?? MatchKind.Variant;

    /// <summary>
    /// Finds a skill that the text fits far better than the one with this alias: "forklift driving" is an alias of "Drive
    /// agricultural machines", but "Operate forklift" has the alias "drive forklift" and the nearer title.
    /// </summary>
    private int? FindBetterTitle(string name, int skill) =>
        _forms.Find(name) is { } same
        && same.Skill != skill
        && same.TitleCosine - _forms.TitleCosine(skill, name) >= LeastBetterTitle
            ? same.Skill
            : null;

    /// <summary>Finds a skill whose name is the text in another writing, or has the same content words.</summary>
    private int? FindOtherForm(string name)
    {
        foreach (var written in WrittenForms.List(name))
        {
            if ((_names.Find(written)?.Skill ?? _products.Find(written) ?? _forms.Find(written)?.Skill) is { } skill)
            {
                return skill;
            }
        }

        // "Python programming" names the tool Python; "CI/CD pipelines" an acronym. "Animal tools" names no skill "Animal".
        return
            WrittenForms.WithoutKind(name) is { } shorter
            && (_names.Find(shorter)?.Skill ?? _products.Find(shorter)) is { } named
            && IsProperName(named)
            ? named
            : null;
    }

    private (int Skill, int Edits)? FindMisspelt(string name) =>
        _spelling.Correct(name) is var (corrected, edits)
        && (_names.Find(corrected)?.Skill ?? FindOtherForm(corrected)) is { } skill
            ? (skill, edits)
            : null;

    private bool IsProperName(int skill) =>
        _skills[skill].Category == SkillCategory.Tool || !_skills[skill].Title.Any(char.IsLower);

    private void AddName(string name, int skill, MatchKind kind)
    {
        var normalized = TextAnalysis.Normalize(name);
        if (!_names.Add(normalized, skill, kind))
        {
            return;
        }

        _forms.Add(normalized, skill);
        _spelling.Add(normalized);
        _suggestions.Add(normalized, skill);
        _phrases.Add(normalized, skill);
    }

    /// <summary>
    /// Confidence in a meaning: .5 at the least cosine that is accepted, .8 at 1; below that of a corrected spelling.
    /// </summary>
    private static double ConfidenceFrom(float cosine)
    {
        const float least = MeaningMatch.LeastCosineOfSameWords;
        var share = Math.Clamp((cosine - least) / (1 - least), 0, 1);
        return LeastMeaningConfidence + ((MostMeaningConfidence - LeastMeaningConfidence) * share);
    }

    private SkillResolution Resolved(string text, int skill, MatchKind kind, double confidence) =>
        new()
        {
            Text = text,
            Skill = _skills[skill].Name,
            Title = _skills[skill].Title,
            Kind = kind,
            Confidence = confidence,
        };
}
