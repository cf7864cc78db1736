using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>A skill and how a text named it.</summary>
/// <param name="Skill">Index of the skill in the snapshot.</param>
/// <param name="Kind">Title, alias or variant.</param>
internal readonly record struct NamedSkill(int Skill, MatchKind Kind);

/// <summary>Titles and aliases of skills, found as written or with another plural, hyphen, space or version.</summary>
internal sealed class SkillNames
{
    private readonly Dictionary<string, NamedSkill> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _variants = new(StringComparer.Ordinal);

    /// <summary>Adds a normalized name; returns false if a skill claims it already.</summary>
    public bool Add(string name, int skill, MatchKind kind)
    {
        if (name.Length == 0 || !_names.TryAdd(name, new NamedSkill(skill, kind)))
        {
            return false;
        }

        _variants.TryAdd(Variant(name), skill);
        return true;
    }

    /// <summary>Kind of a normalized name as written; null if no skill claims it.</summary>
    public MatchKind? FindKind(string name) => _names.TryGetValue(name, out var known) ? known.Kind : null;

    /// <summary>Finds the skill of a normalized name.</summary>
    public NamedSkill? Find(string name)
    {
        if (_names.TryGetValue(name, out var known))
        {
            return known;
        }

        return
            _variants.TryGetValue(Variant(name), out var variant)
            || _variants.TryGetValue(Variant(WithoutVersion(name)), out variant)
            ? new NamedSkill(variant, MatchKind.Variant)
            : null;
    }

    /// <summary>
    /// Finds the first of several names written as one, as lists and forms do: "Amazon Web Services (AWS)" without what the
    /// brackets add, "HTML/CSS" by its first name. All names between slashes must be known, so that "and/or" or
    /// "client/server" is no skill.
    /// </summary>
    public int? FindFirst(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0 && text.AsSpan().TrimEnd().EndsWith(")"))
        {
            var before = text[..bracket];
            return Find(TextAnalysis.Normalize(before))?.Skill ?? FindFirst(before);
        }

        var names = text.Split('/');
        if (names.Length == 1)
        {
            return null;
        }

        var known = Array.ConvertAll(names, name => Find(TextAnalysis.Normalize(name)));
        return Array.TrueForAll(known, one => one is not null) ? known[0]!.Value.Skill : null;
    }

    /// <summary>The name without plurals, spaces, hyphens and dots: "Machine-Learnings" and "machinelearning" are one.</summary>
    private static string Variant(string name) =>
        string.Concat(name.Split(' ').Select(TextAnalysis.Singular)).Replace(".", "", StringComparison.Ordinal);

    /// <summary>"python" of "python 3.11" and "python3". A version is a number: "R-410A" is no version of R.</summary>
    private static string WithoutVersion(string name)
    {
        var words = name.Split(' ');
        var kept = words.TakeWhile((word, i) => i == 0 || !char.IsAsciiDigit(word[0])).ToArray();
        if (words.Skip(kept.Length).Any(word => !IsNumber(word)))
        {
            return name;
        }

        kept[^1] = kept[^1].TrimEnd("0123456789.".ToCharArray());
        return string.Join(' ', kept);
    }

    private static bool IsNumber(string word) => word.All(c => char.IsAsciiDigit(c) || c is '.' or '+' or 'x');
}
