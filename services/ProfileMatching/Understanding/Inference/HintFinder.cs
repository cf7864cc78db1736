using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Inference;

/// <summary>
/// Finds what a sentence says for the skills of a catalog version: every skill with a label that shares a word with it.
/// Immutable; the time goes with the number of labels that share a word, whatever the catalog's size.
/// </summary>
internal sealed class HintFinder
{
    private static readonly ConditionalWeakTable<CatalogSnapshot, HintFinder> Compiled = [];

    private readonly SkillLabels _labels;
    private readonly float[] _demand;
    private readonly bool[] _isSoft;

    /// <param name="skills">The skills.</param>
    /// <param name="roles">The roles that ask for them.</param>
    public HintFinder(IReadOnlyList<Skill> skills, IEnumerable<Role> roles)
    {
        _labels = new SkillLabels(skills);
        var asked = roles
            .SelectMany(r => r.Skills)
            .CountBy(s => s.Skill, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        _demand = [.. skills.Select(s => MathF.Log(1 + asked.GetValueOrDefault(s.Name)))];
        _isSoft = [.. skills.Select(s => s.Category == SkillCategory.Soft)];
    }

    /// <summary>Returns the finder of a catalog version: compiled on first use, kept as long as the version.</summary>
    public static HintFinder ForCatalog(CatalogSnapshot catalog) =>
        Compiled.GetValue(catalog, c => new HintFinder(c.Skills, c.Roles));

    /// <summary>
    /// The hints of a sentence: the tokens from <paramref name="first"/> on, so many. In no order that means anything.
    /// </summary>
    public List<Hint> Find(IReadOnlyList<Token> tokens, int first, int count)
    {
        var stems = new int[count];
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var word = tokens[first + i].Text;
            stems[i] = _labels.StemOf(word);
            if (stems[i] < 0 && !SkillLabels.IsStopWord(word))
            {
                unknown.Add(Stemmer.Stem(word));
            }
        }

        var known = stems.Where(s => s >= 0).Distinct().ToArray();
        var norm = MathF.Sqrt(
            known.Sum(s => _labels.RarityOf(s) * _labels.RarityOf(s))
                + (unknown.Count * _labels.UnknownRarity * _labels.UnknownRarity)
        );
        var found = new Dictionary<int, Hint>();
        var seen = ArrayPool<bool>.Shared.Rent(_labels.Labels.Length);
        var present = ArrayPool<bool>.Shared.Rent(_labels.StemCount);
        seen.AsSpan(0, _labels.Labels.Length).Clear();
        present.AsSpan(0, _labels.StemCount).Clear();
        foreach (var stem in known)
        {
            present[stem] = true;
        }
        foreach (var stem in known)
        {
            foreach (var label in _labels.Having(stem))
            {
                if (seen[label])
                {
                    continue;
                }
                seen[label] = true;
                Weigh(_labels.Labels[label], stems, present, norm, found);
            }
        }

        ArrayPool<bool>.Shared.Return(seen);
        ArrayPool<bool>.Shared.Return(present);
        var hints = new List<Hint>(found.Count);
        foreach (var hint in found.Values)
        {
            hints.Add(
                hint with
                {
                    FirstToken = first + hint.FirstToken,
                    LastToken = first + hint.LastToken,
                    Demand = _demand[hint.Skill],
                    Soft = _isSoft[hint.Skill] ? 1 : 0,
                    Labels = MathF.Log(1 + hint.Labels),
                }
            );
        }

        return hints;
    }

    /// <summary>Adds what one label says to the hint of its skill.</summary>
    private void Weigh(SkillLabel label, int[] stems, bool[] present, float norm, Dictionary<int, Hint> found)
    {
        var (mass, dot, matched) = (0f, 0f, 0);
        foreach (var stem in label.Stems)
        {
            if (!present[stem])
            {
                continue;
            }
            var rarity = _labels.RarityOf(stem);
            mass += rarity;
            dot += rarity * rarity;
            matched++;
        }

        ref var hint = ref CollectionsMarshal.GetValueRefOrAddDefault(found, label.Skill, out _);
        var share = mass / label.Mass;
        var wording = share * MathF.Sqrt(mass);
        // Standing apart can only lower it: where it is no better at best, where it stands need not be found.
        if (wording > hint.Wording)
        {
            var (start, end) = Tightest(label.Stems, stems, present, matched);
            wording *= MathF.Sqrt((float)matched / (end - start + 1));
            if (wording > hint.Wording)
            {
                hint = hint with { Wording = wording, FirstToken = start, LastToken = end };
            }
        }

        hint = hint with
        {
            Skill = label.Skill,
            Cosine = Math.Max(hint.Cosine, dot / (label.Norm * norm)),
            Title = label.IsTitle ? share : hint.Title,
            Labels = hint.Labels + 1,
        };
    }

    /// <summary>The shortest stretch of the sentence with all stems of a label that it has, the first of equals.</summary>
    private static (int Start, int End) Tightest(int[] label, int[] stems, bool[] present, int matched)
    {
        Span<int> last = stackalloc int[Math.Min(label.Length, 64)];
        last.Fill(-1);
        var (best, seen) = ((Start: 0, End: int.MaxValue - 1), 0);
        for (var at = 0; at < stems.Length; at++)
        {
            var which = stems[at] < 0 || !present[stems[at]] ? -1 : label.IndexOf(stems[at]);
            if (which < 0 || which >= last.Length)
            {
                continue;
            }
            if (last[which] < 0)
            {
                seen++;
            }
            last[which] = at;
            if (seen < Math.Min(matched, last.Length))
            {
                continue;
            }
            var start = at;
            foreach (var place in last)
            {
                if (place >= 0)
                {
                    start = Math.Min(start, place);
                }
            }

            if (at - start < best.End - best.Start)
            {
                best = (start, at);
            }
        }

        return best;
    }
}
