using System.Buffers;
using System.Numerics.Tensors;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// Matches of the titles held with each role: by the list of titles, or by meaning where they are near. How much a match counts
/// is settled by what else was said. Rented; dispose it.
/// </summary>
internal sealed class TitleVotes : IDisposable
{
    /// <summary>Titles that count, the latest first.</summary>
    private const int MostTitles = 5;

    /// <summary>Roles, nearest to a title as wholes, whose titles are compared one by one.</summary>
    private const int RolesCompared = 40;

    private readonly (float Weight, float[] Matches)[] _titles;
    private readonly Dictionary<RoleId, float> _presumed = [];
    private readonly int _roleCount;

    /// <param name="index">The index to rank in.</param>
    /// <param name="titles">The titles, the latest first.</param>
    public TitleVotes(MatchIndex index, IReadOnlyList<HeldTitle> titles)
    {
        var latest = titles.Take(MostTitles).ToList();
        _titles = [.. latest.Select(_ => (0f, Rent(index.RoleCount)))];
        AddNear(index, latest);
        AddReadings(latest);
        Weigh(index, latest);
        foreach (var title in titles.Where(t => MeansOneRole(index, t)))
        {
            var role = title.Readings[0].Role;
            _presumed[role] = Math.Max(_presumed.GetValueOrDefault(role), title.Recency);
        }

        Weight = _titles.Sum(t => t.Weight);
        _roleCount = index.RoleCount;
    }

    /// <summary>Number of titles that count.</summary>
    public int Count => _titles.Length;

    /// <summary>Sum of the weights.</summary>
    public double Weight { get; }

    /// <summary>How far (0-1) a title means the role and no other: less for earlier jobs.</summary>
    public float Presumption(RoleId role) => _presumed.Count > 0 ? _presumed.GetValueOrDefault(role) : 0;

    /// <summary>Best match (0-1) over all roles, by title that counts.</summary>
    public IEnumerable<float> BestMatches() => _titles.Select(t => t.Matches.Take(_roleCount).DefaultIfEmpty().Max());

    /// <summary>Weighted sum of the matches with a role.</summary>
    public double Sum(RoleId role)
    {
        var sum = 0d;
        foreach (var (weight, matches) in _titles)
        {
            sum += weight * matches[role.Index];
        }

        return sum;
    }

    /// <summary>Best match with a role, 0-1.</summary>
    public float Best(RoleId role)
    {
        var best = 0f;
        foreach (var (_, matches) in _titles)
        {
            best = Math.Max(best, matches[role.Index]);
        }

        return best;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, matches) in _titles)
        {
            ArrayPool<float>.Shared.Return(matches);
        }
    }

    /// <summary>
    /// Whether the surest reading is certain, and every other certain one is another level of it: readings are ordered by level
    /// too.
    /// </summary>
    private static bool MeansOneRole(MatchIndex index, HeldTitle title)
    {
        var certain = title.Readings.TakeWhile(r => r.Confidence >= HeldTitle.Certain).ToList();
        return certain.Count > 0 && certain.Skip(1).All(r => IsOtherLevel(index, certain[0].Role, r.Role));
    }

    private static bool IsOtherLevel(MatchIndex index, RoleId role, RoleId other) =>
        index.Seniorities[role] != index.Seniorities[other] && index.Roles[role].Family == index.Roles[other].Family;

    private static float[] Rent(int length)
    {
        var array = ArrayPool<float>.Shared.Rent(Math.Max(1, length));
        Array.Clear(array, 0, length);
        return array;
    }

    /// <summary>Adds matches by meaning. A role that is far from the title as a whole has no title near it.</summary>
    private void AddNear(MatchIndex index, List<HeldTitle> titles)
    {
        var (from, most) = (index.Parameters.NearTitleFrom, index.Parameters.NearTitle);
        QueryVector[] queries = [.. titles.Select(t => ByteVectors.ToQuery(index.Meaning.Encode(t.Title)))];
        float[][] cosines = [.. titles.Select(_ => Rent(index.RoleCount))];
        index.Meaning.Roles.Cosines(queries, cosines);
        for (var title = 0; title < queries.Length; title++)
        {
            foreach (var role in NearestRoles.Find(cosines[title].AsSpan(0, index.RoleCount), RolesCompared))
            {
                var nearness = (index.Meaning.FindNearestTitle(role, queries[title]) - from) / (1 - from);
                _titles[title].Matches[role.Index] = (float)(most * Math.Clamp(nearness, 0, 1));
            }

            ArrayPool<float>.Shared.Return(cosines[title]);
        }
    }

    /// <summary>Weighs a title that is like none of the catalog as a phrase: "Sergeant, Royal Engineers".</summary>
    private void Weigh(MatchIndex index, List<HeldTitle> titles)
    {
        var (known, unknown) = (index.Parameters.TitleWeight, index.Parameters.PhraseWeight);
        for (var title = 0; title < titles.Count; title++)
        {
            var matches = _titles[title].Matches;
            var best = TensorPrimitives.Max<float>(matches.AsSpan(0, index.RoleCount));
            _titles[title] = ((float)(unknown + ((known - unknown) * best)) * titles[title].Recency, matches);
        }
    }

    private void AddReadings(List<HeldTitle> titles)
    {
        for (var title = 0; title < titles.Count; title++)
        {
            var matches = _titles[title].Matches;
            foreach (var (role, confidence) in titles[title].Readings)
            {
                matches[role.Index] = Math.Max(matches[role.Index], confidence);
            }
        }
    }
}
