using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Pay;

/// <summary>A person's experience as pay takes it: a level, or the years themselves.</summary>
/// <param name="Seniority">The level; unspecified where the years say more, and where neither is known.</param>
/// <param name="Years">Years of experience; null where a level is given, and where they are unknown.</param>
internal readonly record struct PaidExperience(Seniority Seniority, double? Years)
{
    private const double MostYears = 70;

    /// <summary>
    /// The experience of a person. A level that was only concluded from years would lose what they say: then the years go, which
    /// the salary service takes where no level is given.
    /// </summary>
    public static PaidExperience FromPerson(PersonEvidence person) =>
        person is { SeniorityBasis: SeniorityBasis.Years, Years: { } years }
            ? new PaidExperience(Seniority.Unspecified, Math.Round(Math.Clamp(years, 0, MostYears), 1))
            : new PaidExperience(person.Seniority, null);
}

/// <summary>On what terms pay is asked for.</summary>
/// <param name="Model">The model asked for; empty: the active one.</param>
/// <param name="Location">The place.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Experience">The person's, for roles that state no level.</param>
internal sealed record PayTerms(string Model, string Location, string Currency, PaidExperience Experience);

/// <summary>What pay is asked for beside the roles.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="CatalogVersion">Name of the version that contains the roles.</param>
/// <param name="CatalogDigest">Its digest: two tenants may use one name for different roles.</param>
internal sealed record PayQuestion(PayTerms Terms, string CatalogVersion, string CatalogDigest)
{
    /// <summary>Asks on these terms for roles of a version.</summary>
    public static PayQuestion For(PayTerms terms, CatalogVersion version) => new(terms, version.Name, version.Digest);
}
