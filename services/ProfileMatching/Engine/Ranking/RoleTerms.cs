using System.Runtime.InteropServices;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// Terms of the texts of a version's roles, numbered as they first appear. A word is stemmed once and found again by its letters,
/// so that tens of thousands of texts are counted without a string a word.
/// </summary>
internal sealed class RoleTerms
{
    private const int NoTerm = -1;

    private readonly CatalogSnapshot _snapshot;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _termsByWord = new Dictionary<string, int>(
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Counts the terms of all roles.</summary>
    public RoleTerms(CatalogSnapshot snapshot)
    {
        _snapshot = snapshot;
        Counts = [.. snapshot.Roles.Select(CountRole)];
    }

    /// <summary>Number of each term.</summary>
    public IReadOnlyDictionary<string, int> Ids => _ids;

    /// <summary>Shortest word of each term, shown instead of the stem.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Number of occurrences of each term in a role's texts, by role.</summary>
    public IReadOnlyList<Dictionary<int, int>> Counts { get; }

    private Dictionary<int, int> CountRole(Role role)
    {
        var counts = new Dictionary<int, int>();
        Count(role.Title, counts);
        Count(role.AlternateTitles, counts);
        Count(role.Overview, counts);
        Count(role.Responsibilities.SelectMany(theme => theme.Items), counts);
        Count(EverydayPhrases.ForRole(role), counts);
        foreach (var skill in role.Skills)
        {
            // A skill that every role rates (communication, mathematics) says nothing in words.
            if (_snapshot.TryGetSkill(skill.Skill, out var known) && known.Category == SkillCategory.Tool)
            {
                Count(known.Title, counts);
            }
        }

        return counts;
    }

    private void Count(IEnumerable<string> texts, Dictionary<int, int> counts)
    {
        foreach (var text in texts)
        {
            Count(text, counts);
        }
    }

    private void Count(string text, Dictionary<int, int> counts)
    {
        Span<char> lower = stackalloc char[TextIndex.LongestTerm];
        var words = new WordSpans(text);
        while (words.MoveNext())
        {
            if (
                words.Current.Length <= lower.Length
                && FindTerm(lower[..words.Current.ToLowerInvariant(lower)]) is var term
                && term != NoTerm
            )
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
            }
        }
    }

    private int FindTerm(ReadOnlySpan<char> word)
    {
        if (_termsByWord.TryGetValue(word, out var term))
        {
            return term;
        }

        var text = word.ToString();
        _termsByWord.Dictionary.Add(text, term = Number(text));
        return term;
    }

    private int Number(string word)
    {
        if (!TextIndex.IsTerm(word, out var stem))
        {
            return NoTerm;
        }

        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, stem, out var known);
        if (!known)
        {
            id = _words.Count;
            _words.Add(word);
        }
        else if (word.Length < _words[id].Length)
        {
            _words[id] = word;
        }

        return id;
    }
}
