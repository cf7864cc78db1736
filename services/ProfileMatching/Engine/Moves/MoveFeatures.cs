using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>What speaks for a move from a start to each role of a catalog, as numbers that weights are fitted to.</summary>
internal static class MoveFeatures
{
    /// <summary>The features, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "similarity",
        "titles",
        "line",
        "related",
        "oneUp",
        "moreUp",
        "oneDown",
        "moreDown",
        "earlierSimilarity",
        "earlierTitles",
        "earlierLine",
        "employees",
        "titleCount",
        "unrated",
        "meaning",
        "earlierMeaning",
    ];

    private const double Supplemental = 0.5;

    /// <summary>
    /// The features of every role, by role. Those of the present are means over all that the present title may mean.
    /// </summary>
    public static float[][] Of(MoveIndex moves, MoveStart start)
    {
        var index = moves.Match;
        var rows = new float[index.RoleCount][];
        foreach (var role in index.Roles.Ids)
        {
            var row = rows[role.Index] = new float[Names.Count];
            row[11] = moves.Employees[role];
            row[12] = moves.TitleCounts[role];
            // Nothing can be like a role that states no skills; that is no reason against it.
            row[13] = index.Demands(role).IsEmpty ? 1 : 0;
        }

        foreach (var present in start.Present)
        {
            AddPresent(moves, start, present, rows, 1f / start.Present.Count);
        }

        foreach (var earlier in start.Earlier)
        {
            AddEarlier(moves, earlier, rows);
        }

        return rows;
    }

    private static void AddPresent(MoveIndex moves, MoveStart start, RoleId present, float[][] rows, float share)
    {
        var index = moves.Match;
        var from = index.Roles[present];
        foreach (var (role, similarity) in moves.Similarity.Nearest(present, int.MaxValue))
        {
            rows[role.Index][0] += share * (float)similarity;
        }

        var titles = moves.Titles.Of(present);
        var meanings = index.Meaning.RoleCosines(present);
        foreach (var role in index.Roles.Ids)
        {
            var row = rows[role.Index];
            row[1] += share * titles[role.Index];
            row[14] += share * meanings[role.Index];
            if (moves.Lines[role] == moves.Lines[present])
            {
                row[2] += share;
            }

            switch (Levels.Between(from, start.Known.Seniority, index.Roles[role]))
            {
                case 1:
                    row[4] += share;
                    break;
                case > 1:
                    row[5] += share;
                    break;
                case -1:
                    row[6] += share;
                    break;
                case < -1:
                    row[7] += share;
                    break;
            }
        }

        foreach (var related in from.RelatedRoles)
        {
            if (index.RoleIds.TryGetValue(related.Role, out var role))
            {
                rows[role.Index][3] +=
                    share * (float)(related.Relation == RelatedRole.Types.Relation.Supplemental ? Supplemental : 1);
            }
        }
    }

    /// <summary>People go back to what they know: the nearest of the earlier jobs counts.</summary>
    private static void AddEarlier(MoveIndex moves, RoleId earlier, float[][] rows)
    {
        foreach (var (role, similarity) in moves.Similarity.Nearest(earlier, int.MaxValue))
        {
            rows[role.Index][8] = Math.Max(rows[role.Index][8], (float)similarity);
        }

        var titles = moves.Titles.Of(earlier);
        var meanings = moves.Match.Meaning.RoleCosines(earlier);
        foreach (var role in moves.Match.Roles.Ids)
        {
            var row = rows[role.Index];
            row[15] = Math.Max(row[15], meanings[role.Index]);
            row[9] = Math.Max(row[9], titles[role.Index]);
            if (moves.Lines[role] == moves.Lines[earlier])
            {
                row[10] = 1;
            }
        }

        // A role is not near itself in the list above.
        rows[earlier.Index][8] = 1;
    }
}
