using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>How well a catalog version suits a person: how much it understands, and how well its best role fits.</summary>
/// <param name="Understood">How much of what was stated it understands.</param>
/// <param name="Best">The best role that it would show; null if none.</param>
internal sealed record CatalogFit(UnderstoodShare Understood, RankedRole? Best)
{
    /// <summary>Share of what was said from which a catalog understands enough.</summary>
    private const double Enough = 0.5;

    /// <summary>Share of what was said below which a catalog understands next to nothing.</summary>
    private const double NextToNothing = 0.25;

    /// <summary>Whether it understands so little that other catalogs are worth a look.</summary>
    public bool UnderstandsLittle => IsLittle(Understood.Share);

    /// <summary>Fit of the best role in thousandths of a point; 0 if there is none.</summary>
    public int BestMilliPoints => Best?.MilliPoints ?? 0;

    /// <summary>Measures a catalog version against a person, over the roles that nothing stated rules out.</summary>
    public static CatalogFit ForPerson(PersonView person)
    {
        var ranked = Ranker.Rank(person, 1, role => !Shortlist.IsRuledOut(person.Evidence, person.Index.Roles[role]));
        return new CatalogFit(UnderstoodShare.Count(person), First(Shortlist.Cut(person, ranked)));
    }

    /// <summary>The first of some roles, best first; null if there are none.</summary>
    public static RankedRole? First(IReadOnlyList<RankedRole> ranked) => ranked.Count > 0 ? ranked[0] : null;

    /// <summary>Whether a share of what was said is little.</summary>
    public static bool IsLittle(double? share) => share < Enough;

    /// <summary>Whether it understands more of the person than another catalog and has a role that fits better.</summary>
    public bool IsBetterThan(double share, int milliPoints) => Understood.Share > share && BestMilliPoints > milliPoints;

    /// <summary>
    /// Whether its roles are of another field: it understands little and even its best role is a stretch, or next to nothing and
    /// the best role is no good one.
    /// </summary>
    public bool IsTooWeak(FitParameters parameters) =>
        parameters.Band(BestMilliPoints) switch
        {
            FitBand.Stretch => UnderstandsLittle,
            FitBand.Possible => Understood.Share < NextToNothing,
            _ => false,
        };
}
