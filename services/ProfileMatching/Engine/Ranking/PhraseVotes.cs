using System.Buffers;
using System.Numerics.Tensors;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// Votes of what the person said in words that name no skill. Each phrase is compared with every role as a whole, in the sense
/// that all phrases together give it, and with the single texts of the roles that are nearest to all phrases. Rented; dispose it.
/// </summary>
internal sealed class PhraseVotes : IDisposable
{
    /// <summary>Cosines from which a phrase means a skill, in any role and in a role that the phrase matches.</summary>
    private const float SameMeaning = 0.62f;
    private const float NearMeaning = 0.55f;

    private readonly MatchIndex _index;
    private readonly Phrase[] _phrases;
    private readonly float[] _bestVotes;
    private readonly float[] _sums;
    private readonly float[] _best;

    /// <param name="index">The index to rank in.</param>
    /// <param name="phrases">The phrases, in any order.</param>
    public PhraseVotes(MatchIndex index, IReadOnlyList<HeldPhrase> phrases)
    {
        _index = index;
        _phrases = Encode(index, phrases);
        _bestVotes = new float[_phrases.Length];
        var roles = index.RoleCount;
        (_sums, _best) = (Rent(roles), Rent(roles));
        Weight = _phrases.Sum(p => p.Weight);
        if (_phrases.Length > 0)
        {
            Vote(roles);
        }
    }

    /// <summary>Number of phrases with a word in them.</summary>
    public int Count => _phrases.Length;

    /// <summary>Sum of the weights.</summary>
    public double Weight { get; }

    /// <summary>Weighted sum of the votes for a role.</summary>
    public float Sum(RoleId role) => _sums[role.Index];

    /// <summary>Best vote for a role, 0-1.</summary>
    public float Best(RoleId role) => _best[role.Index];

    /// <summary>Number of phrases that the role matches.</summary>
    public int Matched(RoleId role)
    {
        var matched = 0;
        foreach (ref readonly var phrase in _phrases.AsSpan())
        {
            matched += phrase.Votes[role.Index] >= _index.Parameters.MatchedVote ? 1 : 0;
        }

        return matched;
    }

    /// <summary>Best vote (0-1) over all roles, by phrase.</summary>
    public IReadOnlyList<float> BestVotes => _bestVotes;

    /// <summary>The phrases with their votes for a role and the text of it that comes nearest, the strongest first.</summary>
    public IEnumerable<(string Phrase, string Nearest, float Vote)> Explain(RoleId role) =>
        _phrases
            .Select(p =>
                (
                    Phrase: p.Text,
                    Nearest: _index.Meaning.FindNearest(role, p.Alone, p.SkillCosines).Text,
                    Vote: p.Votes[role.Index]
                )
            )
            .OrderByDescending(p => p.Vote)
            .ThenBy(p => p.Phrase, StringComparer.Ordinal);

    /// <summary>Whether a phrase means the same as a skill, whatever the role.</summary>
    public bool Express(SkillId skill)
    {
        foreach (ref readonly var phrase in _phrases.AsSpan())
        {
            if (phrase.SkillCosines[skill.Index] >= SameMeaning)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The phrase that says a skill of a role in other words; null: none does. It has to be nearer to this skill than to any
    /// essential of the role, and mean the same, or nearly so where it matches the role.
    /// </summary>
    public string? FindWords(RoleId role, SkillId skill)
    {
        var (best, words) = (0f, (string?)null);
        foreach (ref readonly var phrase in _phrases.AsSpan())
        {
            var cosine = phrase.SkillCosines[skill.Index];
            var isMatched = phrase.Votes[role.Index] >= _index.Parameters.MatchedVote;
            if (cosine > best && cosine >= (isMatched ? NearMeaning : SameMeaning) && IsNearestEssential(phrase, role, cosine))
            {
                (best, words) = (cosine, phrase.Text);
            }
        }

        return words;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_sums);
        ArrayPool<float>.Shared.Return(_best);
        foreach (var phrase in _phrases)
        {
            ArrayPool<float>.Shared.Return(phrase.Votes);
            ArrayPool<float>.Shared.Return(phrase.SkillCosines);
        }
    }

    private bool IsNearestEssential(in Phrase phrase, RoleId role, float cosine)
    {
        foreach (ref readonly var demand in _index.Demands(role))
        {
            if (demand.Essential && phrase.SkillCosines[demand.Skill.Index] > cosine)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Nearness to the role as a whole is computed for every role; what a close reading adds, for the nearest roles alone.
    /// </summary>
    private void Vote(int roles)
    {
        var p = _index.Parameters;
        _index.Meaning.Roles.Cosines(
            [.. _phrases.Select(phrase => phrase.InContext)],
            [.. _phrases.Select(phrase => phrase.Votes)]
        );
        foreach (ref readonly var phrase in _phrases.AsSpan())
        {
            var votes = phrase.Votes.AsSpan(0, roles);
            _index.Meaning.Skills.Cosines(phrase.Alone, phrase.SkillCosines);
            TensorPrimitives.Multiply(votes, (float)p.WholeRoleShare, votes);
            _index.Text.AddShares(phrase.Terms, (float)p.WordShare, votes);
            TensorPrimitives.Add(_sums.AsSpan(0, roles), votes, _sums.AsSpan(0, roles));
        }

        ReadClosely(NearestRoles.Find(_sums.AsSpan(0, roles), p.RolesReadClosely));
        Array.Clear(_sums, 0, roles);
        for (var i = 0; i < _phrases.Length; i++)
        {
            var votes = _phrases[i].Votes.AsSpan(0, roles);
            TensorPrimitives.Clamp(votes, 0, 1, votes);
            TensorPrimitives.MultiplyAdd(votes, _phrases[i].Weight, _sums.AsSpan(0, roles), _sums.AsSpan(0, roles));
            TensorPrimitives.Max(votes, _best.AsSpan(0, roles), _best.AsSpan(0, roles));
            _bestVotes[i] = TensorPrimitives.Max<float>(votes);
        }
    }

    private void ReadClosely(IEnumerable<RoleId> roles)
    {
        var share = (float)(1 - _index.Parameters.WholeRoleShare);
        foreach (var role in roles)
        {
            foreach (ref readonly var phrase in _phrases.AsSpan())
            {
                phrase.Votes[role.Index] += share * _index.Meaning.FindNearest(role, phrase.Alone, phrase.SkillCosines).Cosine;
            }
        }
    }

    private static Phrase[] Encode(MatchIndex index, IReadOnlyList<HeldPhrase> phrases)
    {
        var encoded = new List<(HeldPhrase Held, float[] Vector)>(phrases.Count);
        // In one order, whatever order they were said in: sums of fractions depend on it.
        foreach (var phrase in phrases.OrderBy(p => p.Text, StringComparer.Ordinal))
        {
            if (index.Meaning.TryEncode(phrase.Text, out var vector))
            {
                encoded.Add((phrase, vector));
            }
        }

        if (encoded.Count == 0)
        {
            return [];
        }

        var context = new float[encoded[0].Vector.Length];
        foreach (var (_, vector) in encoded)
        {
            TensorPrimitives.Add(context, vector, context);
        }

        var length = TensorPrimitives.Norm(context);
        var share = (float)index.Parameters.ContextShare;
        TensorPrimitives.Multiply(context, length > 0 ? share / length : 0, context);
        return
        [
            .. encoded.Select(e =>
            {
                var mixed = new float[context.Length];
                TensorPrimitives.MultiplyAdd(e.Vector, 1 - share, context, mixed);
                return new Phrase(
                    e.Held.Text,
                    (float)index.Parameters.PhraseWeight * e.Held.Share,
                    ByteVectors.ToQuery(e.Vector),
                    ByteVectors.ToQuery(mixed),
                    TextIndex.Terms(TextAnalysis.Tokenize(e.Held.Text)).Keys,
                    Rent(index.RoleCount),
                    Rent(index.SkillIds.Count)
                );
            }),
        ];
    }

    private static float[] Rent(int length)
    {
        var array = ArrayPool<float>.Shared.Rent(Math.Max(1, length));
        Array.Clear(array, 0, length);
        return array;
    }

    /// <summary>A phrase ready to be compared.</summary>
    /// <param name="Text">The person's words.</param>
    /// <param name="Weight">Weight of its vote.</param>
    /// <param name="Alone">Meaning of the words alone.</param>
    /// <param name="InContext">Meaning in the sense that all phrases give it.</param>
    /// <param name="Terms">Stems of its words.</param>
    /// <param name="Votes">Its vote by role; rented.</param>
    /// <param name="SkillCosines">Cosine of the words alone with each skill; rented.</param>
    private readonly record struct Phrase(
        string Text,
        float Weight,
        QueryVector Alone,
        QueryVector InContext,
        IReadOnlyCollection<string> Terms,
        float[] Votes,
        float[] SkillCosines
    );
}
