using System.Collections.Frozen;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Inference;

/// <summary>A title or alias of a skill, compiled.</summary>
/// <param name="Skill">Index of the skill.</param>
/// <param name="IsTitle">Its title, no alias.</param>
/// <param name="Stems">Its different stems.</param>
/// <param name="Mass">Sum of their rarities.</param>
/// <param name="Norm">Length of the vector of their rarities.</param>
internal sealed record SkillLabel(int Skill, bool IsTitle, int[] Stems, float Mass, float Norm);

/// <summary>
/// Titles and aliases of all skills as stems without stop words, inverted. A stem is the rarer the fewer skills have it:
/// 1 + ln((skills + 1) / (skills that have it + 1)).
/// </summary>
internal sealed class SkillLabels
{
    private static readonly FrozenSet<string> StopWords = (
        "a an the and or of to in on for with by at from as is are be been being "
        + "was were this that these those it its their our your you we us they he "
        + "she his her i my me will would can could should must may have has had do "
        + "does did not no if but so than then there here within into over under "
        + "about through between across such other etc e.g i.e who what which when "
        + "where how all any both each more most some own same very also well using "
        + "use via per up out new organization"
    )
        .Split(' ')
        .SelectMany(word => (string[])[word, Stemmer.Stem(word)])
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _stemOfWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly int[][] _postings;
    private readonly float[] _rarity;

    public SkillLabels(IReadOnlyList<Skill> skills)
    {
        var labels = new List<(int Skill, bool IsTitle, int[] Stems)>();
        var having = new List<int>();
        var lastSkill = new List<int>();
        for (var skill = 0; skill < skills.Count; skill++)
        {
            var first = labels.Count;
            AddLabel(skill, skills[skill].Title, isTitle: true);
            foreach (var alias in skills[skill].Aliases)
            {
                AddLabel(skill, alias, isTitle: false);
            }
            foreach (var stem in labels.Skip(first).SelectMany(l => l.Stems))
            {
                while (having.Count <= stem)
                {
                    having.Add(0);
                    lastSkill.Add(-1);
                }

                if (lastSkill[stem] == skill)
                {
                    continue;
                }
                lastSkill[stem] = skill;
                having[stem]++;
            }
        }

        UnknownRarity = Rarity(0);
        _rarity = [.. having.Select(Rarity)];
        Labels =
        [
            .. labels.Select(l => new SkillLabel(
                l.Skill,
                l.IsTitle,
                l.Stems,
                l.Stems.Sum(s => _rarity[s]),
                MathF.Sqrt(l.Stems.Sum(s => _rarity[s] * _rarity[s]))
            )),
        ];
        _postings = Invert(Labels, having.Count);

        float Rarity(int count) => MathF.Log((skills.Count + 1f) / (count + 1)) + 1;

        void AddLabel(int skill, string label, bool isTitle)
        {
            var stems = TextAnalysis.Tokenize(label).Select(t => Stem(t.Text, add: true)).Where(s => s >= 0).Distinct().ToArray();
            if (stems.Length > 0)
            {
                labels.Add((skill, isTitle, stems));
            }
        }
    }

    /// <summary>The labels, those of a skill together, its title first.</summary>
    public SkillLabel[] Labels { get; }

    /// <summary>How many stems there are.</summary>
    public int StemCount => _postings.Length;

    /// <summary>Rarity of a word that no label has.</summary>
    public float UnknownRarity { get; }

    /// <summary>The rarity of a stem.</summary>
    public float RarityOf(int stem) => _rarity[stem];

    /// <summary>The labels that have a stem.</summary>
    public ReadOnlySpan<int> Having(int stem) => _postings[stem];

    /// <summary>The stem of a word; -1 where no label has it.</summary>
    public int StemOf(string word) => Stem(word, add: false);

    /// <summary>Whether a word says nothing of a skill.</summary>
    public static bool IsStopWord(string word) => StopWords.Contains(word) || StopWords.Contains(Stemmer.Stem(word));

    private int Stem(string word, bool add)
    {
        if (_stemOfWord.TryGetValue(word, out var known))
        {
            return known;
        }
        var stem = Stemmer.Stem(word);
        if (!_stems.TryGetValue(stem, out var id))
        {
            id = StopWords.Contains(stem) ? -1 : _stems.Count;
            if (id >= 0 && !add)
            {
                return -1;
            }
            if (id >= 0)
            {
                _stems.Add(stem, id);
            }
        }

        // Once it is built many threads ask at once, so they only read.
        if (add)
        {
            _stemOfWord.Add(word, id);
        }
        return id;
    }

    private static int[][] Invert(SkillLabel[] labels, int stems)
    {
        var lists = new List<int>[stems];
        for (var label = 0; label < labels.Length; label++)
        {
            foreach (var stem in labels[label].Stems)
            {
                (lists[stem] ??= []).Add(label);
            }
        }

        return Array.ConvertAll(lists, list => list.ToArray());
    }
}
