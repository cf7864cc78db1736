using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.NextSkills;

/// <summary>The roles that a person's own words for what they want mean: by title, or all of a family.</summary>
internal static class RolesOfInterest
{
    /// <summary>The confidence from which words are taken for a title.</summary>
    private const double LeastConfidence = 0.6;

    /// <summary>The roles meant. Words that mean none are left aside: a wish need not be one of this catalog.</summary>
    public static HashSet<RoleId> Of(IReadOnlyCollection<string> interests, MatchIndex index)
    {
        if (interests.Count == 0)
        {
            return [];
        }

        var roles = new HashSet<RoleId>();
        var families = index
            .Roles.Ids.Select(role => (index.Roles[role].Family, Id: role))
            .Where(r => r.Family.Length > 0)
            .ToLookup(r => TextAnalysis.Normalize(r.Family), r => r.Id);
        foreach (var interest in interests)
        {
            if (families[TextAnalysis.Normalize(interest)] is var family && family.Any())
            {
                roles.UnionWith(family);
            }
            else if (index.Snapshot.TitleLexicon.Read(interest, 1, LeastConfidence).Matches is [var match, ..])
            {
                roles.Add(index.RoleIds[match.Role]);
            }
        }

        return roles;
    }
}
