using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering.Roles;

/// <summary>Answers that are lists of roles.</summary>
public static class ListsText
{
    private const string SeniorityPrefix = "SENIORITY_";

    /// <summary>The answer to `search`: the hits, then what they can be narrowed by.</summary>
    public static void Search(Page page, SearchRolesResponse response, string query)
    {
        if (response.Matches.Count == 0)
        {
            page.Line($"No role answers \"{query}\" in {Words.Id(response.CatalogVersion)}.");
        }

        page.Table(
            response.Matches.Select(m =>
                new[]
                {
                    m.Title,
                    Words.Level(m.Seniority),
                    m.Family,
                    Words.Id(m.Role),
                    string.Equals(m.MatchedTitle, m.Title, StringComparison.OrdinalIgnoreCase) ? "" : $"as \"{m.MatchedTitle}\"",
                }
            )
        );
        if (response.NextPageToken.Length > 0)
        {
            page.Line("More answer it; --max shows them.");
        }

        var facets = response.Facets.Where(facet => facet.Values.Count > 0).ToList();
        if (facets.Count > 0)
        {
            page.Line();
        }

        foreach (var facet in facets)
        {
            page.Wrap(
                $"{facet.Field}: ",
                string.Join(" · ", facet.Values.Select(value => $"{Choice(value.Value)} {value.Count}")),
                "  "
            );
        }
    }

    /// <summary>The answer to `similar`.</summary>
    public static void Similar(Page page, SimilarRolesResponse response, string title)
    {
        page.Line($"Like {page.Strong(title)} · {Words.Catalog(response.Versions ?? new AnswerVersions())}").Line();
        var titles = response.Roles.Count == 0 ? 0 : response.Roles.Max(r => r.Title.Length);
        var rank = 0;
        foreach (var role in response.Roles)
        {
            rank++;
            var alike = role.Similarity.ToString("0.00", CultureInfo.InvariantCulture);
            page.Line($"{rank, 2}  {role.Title.PadRight(titles)}   {alike}   {Words.Level(role.Seniority)}");
            if (role.SharedSkills.Count > 0)
            {
                page.Wrap("      ", "shares " + string.Join(", ", role.SharedSkills));
            }
        }
        if (response.Roles.Count == 0)
        {
            page.Line("No role shares enough with it.");
        }

        page.Line("Likeness: 0 to 1 over skills and tools; it orders this list and compares with no other.");
        EvidenceText.Attributions(page, response.Attributions);
    }

    /// <summary>A value of a facet as its option takes it: "senior" for SENIORITY_SENIOR.</summary>
    private static string Choice(string value) =>
        value.StartsWith(SeniorityPrefix, StringComparison.Ordinal) ? value[SeniorityPrefix.Length..].ToLowerInvariant() : value;
}
