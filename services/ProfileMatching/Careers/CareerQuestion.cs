using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Snapshots;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>
/// A question of moves or routes, opened: the version that answers it, and where it starts. Rented; dispose it.
/// </summary>
/// <param name="catalog">The version.</param>
/// <param name="start">Where it starts.</param>
/// <param name="understanding">How the person was understood; null where the start is a role.</param>
/// <param name="notWanted">Roles, families or titles that the person declines.</param>
internal sealed class CareerQuestion(
    CatalogHandle catalog,
    MoveStart start,
    Matching.V1.Understanding? understanding,
    IReadOnlyCollection<string> notWanted
) : IDisposable
{
    /// <summary>The version that answers.</summary>
    public CatalogHandle Catalog => catalog;

    /// <summary>Where it starts.</summary>
    public MoveStart Start => start;

    /// <summary>How the person was understood; null where the start is a role.</summary>
    public Matching.V1.Understanding? Understanding => understanding;

    /// <summary>The person as known now.</summary>
    public PersonView Person { get; } = new(catalog.Index, start.Known);

    /// <summary>The person with what the present role takes.</summary>
    public PersonView There { get; } = new(catalog.Index, start.There);

    /// <summary>The role held; null: unknown.</summary>
    public Catalog.V1.Role? PresentRole => start.Role is { } role ? catalog.Index.Roles[role] : null;

    /// <summary>
    /// Reports too little to go on: no job whose title is known, and too few skills or none that this catalog knows; null:
    /// enough.
    /// </summary>
    public InsufficientEvidence? FindTooLittle()
    {
        if (start.Role is not null)
        {
            return null;
        }

        if (!Shortlist.HasEnoughEvidence(Person))
        {
            return EvidenceRequest.ForPerson(Person);
        }

        var fit = CatalogFit.ForPerson(Person);
        return fit.IsTooWeak(catalog.Index.Parameters) ? EvidenceRequest.ForWeak(Person, fit) : null;
    }

    /// <summary>The roles that the answer may show.</summary>
    public Shortlist OpenShortlist(RoleLimits? limits = null) => new(catalog.Index, start.Known, notWanted, limits);

    /// <summary>The versions of an answer.</summary>
    public AnswerVersions Versions(string salaryModel) => RecommendedRoles.Versions(catalog, salaryModel);

    /// <inheritdoc/>
    public void Dispose()
    {
        Person.Dispose();
        There.Dispose();
    }
}
