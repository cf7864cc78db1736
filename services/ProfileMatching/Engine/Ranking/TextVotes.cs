using System.Buffers;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// Votes of a whole text: how near its words come to those of each role and of its lines of work. Any two texts share some words,
/// so that much counts as none. Rented; dispose it.
/// </summary>
internal sealed class TextVotes : IDisposable
{
    private readonly float[] _roles;
    private readonly float[] _families;

    /// <param name="index">The index to rank in.</param>
    /// <param name="terms">Terms of the text with how often each occurs.</param>
    public TextVotes(MatchIndex index, IReadOnlyDictionary<string, int> terms)
    {
        var p = index.Parameters;
        KnownTerms = terms.Keys.Count(index.Text.Knows);
        Share = Math.Min(1, KnownTerms / p.WholeText);
        (RoleWeight, FamilyWeight) = (p.TextWeight * Share, p.FamilyWeight * Share);
        (_roles, _families) = (Rent(index.RoleCount), Rent(index.RoleCount));
        if (KnownTerms == 0)
        {
            return;
        }

        index.Text.Score(terms, _roles.AsSpan(0, index.RoleCount), _families.AsSpan(0, index.RoleCount));
        for (var role = 0; role < index.RoleCount; role++)
        {
            _roles[role] = Vote(p, _roles[role]);
            _families[role] = Vote(p, _families[role]);
        }
    }

    /// <summary>Different terms of the text that some role uses.</summary>
    public int KnownTerms { get; }

    /// <summary>How much (0-1) of a whole text the terms make.</summary>
    public double Share { get; }

    /// <summary>Weight of the vote by the roles' own texts.</summary>
    public double RoleWeight { get; }

    /// <summary>Weight of the vote by the texts of lines of work.</summary>
    public double FamilyWeight { get; }

    /// <summary>Vote for a role by its own text, 0-1.</summary>
    public float ForRole(RoleId role) => _roles[role.Index];

    /// <summary>Vote for a role by the texts of its lines of work, 0-1.</summary>
    public float ForFamily(RoleId role) => _families[role.Index];

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_roles);
        ArrayPool<float>.Shared.Return(_families);
    }

    private static float Vote(FitParameters p, float cosine)
    {
        var saturated = cosine > 0 ? cosine / (cosine + p.TextHalf) : 0;
        return (float)Math.Max(0, (saturated - p.TextFloor) / (1 - p.TextFloor));
    }

    private static float[] Rent(int length)
    {
        var array = ArrayPool<float>.Shared.Rent(Math.Max(1, length));
        Array.Clear(array, 0, length);
        return array;
    }
}
