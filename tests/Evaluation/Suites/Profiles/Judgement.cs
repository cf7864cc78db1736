namespace CareerRecs.Evaluation.Suites.Profiles;

/// <summary>A role of an answer, as far as it is judged or printed.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Title">Title.</param>
/// <param name="Family">Family; empty if the catalog states none.</param>
/// <param name="Fit">Fit, 0-100; 0 for a baseline.</param>
/// <param name="Band">Band of the fit; empty for a baseline.</param>
/// <param name="EssentialsMet">Essential skills that the person meets.</param>
/// <param name="EssentialsTotal">Essential skills of the role; 0 if the source names none.</param>
internal sealed record ShownRole(
    string Name,
    string Title,
    string Family,
    double Fit = 0,
    string Band = "",
    int EssentialsMet = 0,
    int EssentialsTotal = 0
);

/// <summary>What a hiring manager would say of one person's list of roles.</summary>
internal sealed record Judgement
{
    private const string Abstain = "(abstain)";
    private const int FineAmong = 5;

    private Judgement(IReadOnlyList<ShownRole> roles) => Roles = roles;

    /// <summary>The roles, best first. Empty: the answer was that there is too little to go on.</summary>
    public IReadOnlyList<ShownRole> Roles { get; }

    /// <summary>The first role is right.</summary>
    public bool RightFirst { get; private init; }

    /// <summary>One of the first three roles is right.</summary>
    public bool RightInThree { get; private init; }

    /// <summary>Share of the first five roles that are right or fine.</summary>
    public double FineInFive { get; private init; }

    /// <summary>The roles that are right or fine.</summary>
    public IReadOnlyList<ShownRole> RightOrFine { get; private init; } = [];

    /// <summary>The roles that would make a user laugh.</summary>
    public IReadOnlyList<ShownRole> Absurd { get; private init; } = [];

    /// <summary>Judges a list of at most ten roles.</summary>
    public static Judgement Judge(Person person, IReadOnlyList<ShownRole> roles)
    {
        if (roles.Count == 0)
        {
            var wanted = person.Accept.Contains(Abstain);
            return new Judgement(roles)
            {
                RightFirst = wanted,
                RightInThree = wanted,
                FineInFive = wanted ? 1 : 0,
            };
        }

        var right = roles.Select(r => RolePatterns.Fits(r.Title, person.Accept)).ToList();
        var rightOrFine = roles.Where(r => RolePatterns.Fits(r.Title, person.RightOrFine)).ToList();
        return new Judgement(roles)
        {
            RightFirst = right[0],
            RightInThree = right.Take(3).Any(isRight => isRight),
            FineInFive = roles.Take(FineAmong).Average(r => rightOrFine.Contains(r) ? 1.0 : 0),
            RightOrFine = rightOrFine,
            Absurd = [.. roles.Where(r => RolePatterns.IsAbsurd(r.Title, r.Family, person.Absurd, person.RightOrFine))],
        };
    }
}
