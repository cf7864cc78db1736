using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation.Suites.Profiles.Baselines;

/// <summary>
/// Simple rankings of a catalog's roles, with ten roles a person, one role a ladder and the product's gate by seniority.
/// </summary>
internal sealed class CatalogBaselines(CatalogSnapshot catalog)
{
    private const int MostRoles = 10;
    private const int MostLevelsApart = 1;

    private readonly SkillCosine _cosine = new(catalog);
    private readonly WordScores _words = new(catalog);

    /// <summary>The list of each baseline. Roles without a score are left out, so a list may be empty.</summary>
    public IEnumerable<(string Name, IReadOnlyList<ShownRole> Roles)> Rank(Person person, Seniority seniority)
    {
        yield return ("cosine", Best(_cosine.Score(person), seniority));
        yield return ("BM25", Best(_words.Score(person), seniority));
    }

    private List<ShownRole> Best(double[] scores, Seniority seniority) =>
        [
            .. Enumerable
                .Range(0, scores.Length)
                .Where(i => scores[i] > 0 && LevelsApart(catalog.Roles[i], seniority) <= MostLevelsApart)
                .OrderByDescending(i => scores[i])
                .ThenBy(i => LevelsApart(catalog.Roles[i], seniority))
                .Select(i => catalog.Roles[i])
                .DistinctBy(role => role.Ladder?.Id ?? role.Name, StringComparer.Ordinal)
                .Take(MostRoles)
                .Select(role => new ShownRole(role.Name, role.Title, role.Family)),
        ];

    /// <summary>Levels between a role and the person; 0 where one of them is not stated.</summary>
    private static int LevelsApart(Role role, Seniority seniority) =>
        role.Seniority == Seniority.Unspecified || seniority == Seniority.Unspecified ? 0 : Math.Abs(role.Seniority - seniority);
}
