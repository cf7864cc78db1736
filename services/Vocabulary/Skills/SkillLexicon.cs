using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>Skills named in a running text: which one, where, and how it was found.</summary>
/// <param name="Skill">Index of the skill in the snapshot.</param>
/// <param name="FirstToken">Index of its first word.</param>
/// <param name="TokenCount">How many words.</param>
/// <param name="Kind">Title, alias or variant.</param>
public readonly record struct SkillMention(int Skill, int FirstToken, int TokenCount, MatchKind Kind);

/// <summary>Reads words as the skills of one catalog version: by title, alias, variant, or by correcting the spelling.</summary>
public sealed class SkillLexicon
{
    private const double VariantConfidence = 0.95;
    private const double SpellingConfidence = 0.85;
    private const int MostSuggestions = 3;
    private const int LeastJoined = 7;
    private const int LeastBeforeVersion = 3;

    private readonly ImmutableArray<Skill> _skills;
    private readonly Dictionary<string, (int Skill, MatchKind Kind)> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _variants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly PhraseTrie _phrases = new();
    private readonly List<(string[] Words, int Skill)> _otherWritings = [];
    private readonly SpellingIndex _spelling = new();

    /// <summary>Indexes the names of the skills. On a name that two skills claim the title wins, then the skill of the lower name.</summary>
    public SkillLexicon(ImmutableArray<Skill> skills)
    {
        _skills = skills;
        for (var i = 0; i < skills.Length; i++) AddName(skills[i].Title, i, MatchKind.Title);
        for (var i = 0; i < skills.Length; i++)
        {
            foreach (var alias in skills[i].Aliases) AddName(alias, i, MatchKind.Alias);
        }

        AddOtherWritings();
    }

    /// <summary>What one text means as a skill. <c>Skill</c> is empty, with suggestions, when nothing is near.</summary>
    public SkillResolution Resolve(string text)
    {
        var name = TextAnalysis.Normalize(text);
        if (Known(name) is { } known) return Resolved(text, known.Skill, known.Kind, known.Kind == MatchKind.Variant ? VariantConfidence : 1);
        if (FirstNameIn(text) is { } first) return Resolved(text, first, MatchKind.Variant, VariantConfidence);
        var (misspelt, distance) = _spelling.Nearest(name);
        if (misspelt >= 0) return Resolved(text, misspelt, MatchKind.Spelling, SpellingConfidence - (0.1 * (distance - 1)));
        return new SkillResolution { Text = text, Suggestions = { Suggest(name) } };
    }

    /// <summary>
    /// The skills that a tokenized text names, longest names first, without overlaps, in the order of the text. Ambiguous words
    /// ("Go", "R") are returned too: only the caller sees enough of the context to decide.
    /// </summary>
    public List<SkillMention> Find(IReadOnlyList<Token> tokens)
    {
        var words = new string[tokens.Count];
        for (var i = 0; i < words.Length; i++) words[i] = TextAnalysis.Singular(tokens[i].Text);
        var mentions = new List<SkillMention>();
        for (var i = 0; i < words.Length;)
        {
            var (skill, length) = _phrases.Longest(words, i);
            if (skill < 0 && Unversioned(words[i]) is { } plain) (skill, length) = (_phrases.Single(plain), 1);
            if (skill < 0)
            {
                i++;
                continue;
            }

            mentions.Add(new SkillMention(skill, i, length, KindOf(tokens, i, length)));
            i += length;
        }

        return mentions;
    }

    /// <summary>What a normalized name means by title, alias or variant.</summary>
    private (int Skill, MatchKind Kind)? Known(string name)
    {
        if (_names.TryGetValue(name, out var known)) return known;
        if (_variants.TryGetValue(Variant(name), out var variant) || _variants.TryGetValue(Variant(WithoutVersion(name)), out variant))
            return (variant, MatchKind.Variant);
        return null;
    }

    /// <summary>
    /// The first of several names written as one, as lists and forms do: "Amazon Web Services (AWS)" without what the brackets add,
    /// "HTML/CSS" by its first name. All names between slashes must be known, so that "and/or" or "client/server" is no skill.
    /// </summary>
    private int? FirstNameIn(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0 && text.AsSpan().TrimEnd().EndsWith(")"))
        {
            var before = text[..bracket];
            return Known(TextAnalysis.Normalize(before))?.Skill ?? FirstNameIn(before);
        }

        var names = text.Split('/');
        if (names.Length == 1) return null;
        var known = Array.ConvertAll(names, name => Known(TextAnalysis.Normalize(name)));
        return Array.TrueForAll(known, one => one is not null) ? known[0]!.Value.Skill : null;
    }

    private MatchKind KindOf(IReadOnlyList<Token> tokens, int first, int count)
    {
        var written = string.Join(' ', Enumerable.Range(first, count).Select(i => tokens[i].Text));
        return _names.TryGetValue(written, out var known) ? known.Kind : MatchKind.Variant;
    }

    private void AddName(string name, int skill, MatchKind kind)
    {
        var normalized = TextAnalysis.Normalize(name);
        if (normalized.Length == 0 || !_names.TryAdd(normalized, (skill, kind))) return;
        _variants.TryAdd(Variant(normalized), skill);
        _spelling.Add(normalized, skill);
        var words = normalized.Split(' ');
        foreach (var word in words)
        {
            if (!_byWord.TryGetValue(word, out var having)) _byWord.Add(word, having = []);
            if (having.Count == 0 || having[^1] != skill) having.Add(skill);
        }

        for (var i = 0; i < words.Length; i++) words[i] = TextAnalysis.Singular(words[i]);
        _phrases.Add(words, skill);
        _otherWritings.Add((words, skill));
    }

    /// <summary>
    /// Names written apart or in one, behind all names as they are: "node js" and "nodejs" for "Node.js", "frontend" for "front end".
    /// </summary>
    private void AddOtherWritings()
    {
        foreach (var (words, skill) in _otherWritings)
        {
            if (words.Length == 2 && words[0].Length + words[1].Length >= LeastJoined && words.All(word => word.All(char.IsAsciiLetter)))
                _phrases.Add([words[0] + words[1]], skill);
            if (words.Length != 1 || words[0].IndexOf('.', 1) is not (> 0 and var dot)) continue;
            _phrases.Add([words[0].Remove(dot, 1)], skill);
            _phrases.Add([words[0][..dot], words[0][(dot + 1)..]], skill);
        }

        _otherWritings.Clear();
    }

    /// <summary>"python" of "python3"; null for words without a version at their end.</summary>
    private static string? Unversioned(string word)
    {
        if (!char.IsAsciiDigit(word[^1])) return null;
        var name = word.TrimEnd("0123456789.".ToCharArray());
        return name.Length >= LeastBeforeVersion && name.All(char.IsAsciiLetter) ? name : null;
    }

    private SkillResolution Resolved(string text, int skill, MatchKind kind, double confidence) => new()
    {
        Text = text,
        Skill = _skills[skill].Name,
        Title = _skills[skill].Title,
        Kind = kind,
        Confidence = confidence,
    };

    /// <summary>Skills that share the rarest word, shortest titles first; else those that are spelt nearly so.</summary>
    private IEnumerable<string> Suggest(string name)
    {
        var sharing = Sharing(name).ToList();
        return sharing.Count > 0 ? sharing : _spelling.Near(name).Select(s => _skills[s].Title).Take(MostSuggestions);
    }

    private IEnumerable<string> Sharing(string name) =>
        name.Split(' ').Where(_byWord.ContainsKey).Select(word => _byWord[word]).OrderBy(having => having.Count).Take(1)
            .SelectMany(having => having).Distinct().Select(s => _skills[s].Title)
            .OrderBy(title => title.Length).ThenBy(title => title, StringComparer.Ordinal).Take(MostSuggestions);

    /// <summary>Plurals, spaces and hyphens aside: "Machine-Learnings" and "machinelearning" are one.</summary>
    private static string Variant(string name) => string.Concat(name.Split(' ').Select(TextAnalysis.Singular)).Replace(".", "", StringComparison.Ordinal);

    /// <summary>"python 3.11" and "python3" without what follows the name.</summary>
    private static string WithoutVersion(string name)
    {
        var words = name.Split(' ');
        var kept = words.TakeWhile((word, i) => i == 0 || !char.IsAsciiDigit(word[0])).ToArray();
        kept[^1] = kept[^1].TrimEnd("0123456789.".ToCharArray());
        return string.Join(' ', kept);
    }
}
