using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Occupations;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Engine.Similar;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>A catalog version compiled for ranking moves: titles, lines of work and sizes of its roles. Immutable.</summary>
internal sealed class MoveIndex
{
    /// <param name="index">The version compiled for ranking.</param>
    /// <param name="similarity">Similarity of the roles of that index.</param>
    public MoveIndex(MatchIndex index, RoleSimilarity similarity)
    {
        (Match, Similarity) = (index, similarity);
        var roles = index.Snapshot.Roles;
        Titles = new TitleLikeness(roles);
        Lines = new([.. roles.Select(LineOf)]);
        var employees = index
            .Employees.Ids.Select(role => index.Employees[role] is { } known ? Math.Log(1 + known) : (double?)null)
            .ToList();
        // A role of which nothing is known is as common as any other.
        var mean = employees.Average() ?? 0;
        Employees = new([.. employees.Select(e => (float)((e ?? mean) - mean))]);
        TitleCounts = new([.. roles.Select(r => (float)Math.Log(1 + r.AlternateTitles.Count))]);
    }

    /// <summary>The index of the ranking.</summary>
    public MatchIndex Match { get; }

    /// <summary>Similarity of the roles.</summary>
    public RoleSimilarity Similarity { get; }

    /// <summary>Likeness in titles.</summary>
    public TitleLikeness Titles { get; }

    /// <summary>
    /// Line of work by role: the SOC major group, "15"; else the ISCO sub-major group, "isco-25"; else the family.
    /// </summary>
    public RoleTable<string> Lines { get; }

    /// <summary>Logarithm of the people who work in the role, less the mean over the catalog.</summary>
    public RoleTable<float> Employees { get; }

    /// <summary>Logarithm of how many titles the role goes by: how wide it is.</summary>
    public RoleTable<float> TitleCounts { get; }

    private static string LineOf(Role role) =>
        OccupationCodes.FindSoc(role) is { } soc ? soc[..2]
        : OccupationCodes.FindIsco(role) is { Length: >= 2 } isco ? $"isco-{isco[..2]}"
        : role.Family;
}
