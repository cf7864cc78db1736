using CareerRecs.Matching.V1;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>Share (0-1) of what a role asks for that is shown, by how.</summary>
/// <param name="Skills">By skills, but for tools.</param>
/// <param name="Tools">By tools.</param>
/// <param name="Related">By related skills.</param>
/// <param name="Titles">Presumed of somebody who held the role.</param>
internal readonly record struct ShownShares(double Skills, double Tools, double Related, double Titles)
{
    /// <summary>The whole share.</summary>
    public double Sum => Math.Min(1, Skills + Tools + Related + Titles);
}

/// <summary>Weighted votes for a role, by kind of evidence.</summary>
internal readonly record struct FitVotes(
    double Skills,
    double Tools,
    double Related,
    double Titles,
    double Text,
    double Family,
    double Practice,
    double Meaning
)
{
    /// <summary>All votes.</summary>
    public double Sum => Skills + Tools + Related + Titles + Text + Family + Practice + Meaning;
}

/// <summary>
/// A fit and its parts. The share of the role that is shown counts in full; of what is left, the share of the person's statements
/// that speak for it. 100 points are reached exactly when everything the role asks for is shown.
/// </summary>
/// <param name="Shown">Share of the role that is shown.</param>
/// <param name="Votes">Weighted votes of the person's statements.</param>
/// <param name="Weight">Weight that the votes are a share of.</param>
/// <param name="PersonShare">Share of what is not shown that the votes can make good.</param>
/// <param name="Experience">Weight (0-1) of the right seniority for this role.</param>
internal readonly record struct FitParts(ShownShares Shown, FitVotes Votes, double Weight, double PersonShare, double Experience)
{
    /// <summary>Fit of a role with everything shown, in thousandths of a point.</summary>
    public const int FullMark = 100_000;

    private static readonly ComponentKind[] Kinds =
    [
        ComponentKind.Skills,
        ComponentKind.Tools,
        ComponentKind.Related,
        ComponentKind.Titles,
        ComponentKind.Text,
        ComponentKind.Family,
        ComponentKind.Experience,
        ComponentKind.Practice,
        ComponentKind.Meaning,
    ];

    /// <summary>Share (0-1) of the person's statements that speak for the role.</summary>
    public double Used => Weight > 0 ? Math.Min(1, Votes.Sum / Weight) : 0;

    /// <summary>The fit in thousandths of a point.</summary>
    public int MilliPoints => (int)Math.Round(FullMark * (Evidence + ByExperience));

    /// <summary>Fit (0-1) but for seniority.</summary>
    private double Evidence => Shown.Sum + ((1 - Shown.Sum) * PersonShare * Used);

    /// <summary>
    /// Seniority raises a fit most halfway: it makes no fit where there is none, and a whole one needs no help.
    /// </summary>
    private double ByExperience => Experience * Evidence * (1 - Evidence);

    /// <summary>
    /// Points by kind, in a fixed order, without those that give none. They add up to the fit; the largest remainders are rounded
    /// up.
    /// </summary>
    public IReadOnlyList<(ComponentKind Kind, int MilliPoints)> Share()
    {
        var total = MilliPoints;
        if (total == 0)
        {
            return [];
        }

        var perVote = Votes.Sum > 0 ? (1 - Shown.Sum) * PersonShare * Used / Votes.Sum : 0;
        double[] exact =
        [
            Shown.Skills + (perVote * Votes.Skills),
            Shown.Tools + (perVote * Votes.Tools),
            Shown.Related + (perVote * Votes.Related),
            Shown.Titles + (perVote * Votes.Titles),
            perVote * Votes.Text,
            perVote * Votes.Family,
            ByExperience,
            perVote * Votes.Practice,
            perVote * Votes.Meaning,
        ];
        var points = exact.Select(e => (int)Math.Floor(e * FullMark)).ToArray();
        var left = total - points.Sum();
        var byRemainder = Enumerable
            .Range(0, exact.Length)
            .OrderByDescending(i => (exact[i] * FullMark) - points[i])
            .ThenBy(i => i);
        foreach (var i in byRemainder.Where(i => exact[i] > 0).Take(left))
        {
            points[i]++;
        }

        return [.. Kinds.Zip(points).Where(p => p.Second > 0)];
    }
}
