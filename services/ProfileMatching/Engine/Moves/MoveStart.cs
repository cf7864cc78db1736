using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>Where moves and routes start.</summary>
/// <param name="Present">Roles that the present title means, each as surely as the first; the first is the role held. Empty:
/// unknown.</param>
/// <param name="Earlier">Roles of the jobs before it, the newest first.</param>
/// <param name="Known">What is known of the person, for fit and gates.</param>
/// <param name="There">The same with what the present role takes: whoever does the work has it, said or not.</param>
internal sealed record MoveStart(
    IReadOnlyList<RoleId> Present,
    IReadOnlyList<RoleId> Earlier,
    PersonEvidence Known,
    PersonEvidence There
)
{
    private const int MostReadings = 10;
    private const int MostEarlier = 5;

    /// <summary>Readings of a title that differ by less are equally sure.</summary>
    private const double SameConfidence = 0.02;

    /// <summary>
    /// Proficiency (0-7) of a skill that was said in other words: working, as of every skill stated without a level.
    /// </summary>
    private const float Working = 4;

    private static readonly PersonEvidence Nothing = new()
    {
        Skills = [],
        Roles = [],
        Terms = new Dictionary<string, int>(),
    };

    /// <summary>Whether the present role is presumed: no job held surely means it, and it fits.</summary>
    public bool IsPresumed { get; private init; }

    /// <summary>The role held; null: unknown.</summary>
    public RoleId? Role => Present.Count > 0 ? Present[0] : null;

    /// <summary>Whoever holds a role, and nothing more.</summary>
    public static MoveStart FromRole(MatchIndex index, RoleId role)
    {
        var held = index.Roles[role];
        var there = WithWork(index, Nothing, role, learned: true) with
        {
            Seniority = held.Seniority,
            SeniorityBasis = SeniorityBasis.Titles,
            Track = held.Track,
        };
        var known = there with
        {
            Roles = [new HeldRole(role, 1, held.Title)],
            Titles = [new HeldTitle(held.Title, 1, [(role, 1)])],
            Present = role,
        };
        return new MoveStart([role], [], known, there);
    }

    /// <summary>A person, from the latest job whose title the catalog knows.</summary>
    /// <param name="index">The index.</param>
    /// <param name="held">Jobs of the person as understood, the newest first.</param>
    /// <param name="known">What is known of the person.</param>
    /// <param name="fits">Whether what else the person said speaks for a role: a title in other words than the role's means it
    /// only then.</param>
    public static MoveStart FromPerson(
        MatchIndex index,
        IEnumerable<UnderstoodJob> held,
        PersonEvidence known,
        Func<RoleId, bool> fits
    )
    {
        var jobs = held.Where(j => j.Role.Length > 0 && (j.Confidence >= HeldTitle.Certain || fits(index.RoleIds[j.Role])))
            .ToList();
        var present = jobs.Count > 0 ? Readings(index, jobs[0]) : [];
        var earlier = jobs.Skip(1).Take(MostEarlier).Select(j => index.RoleIds[j.Role]).Distinct().ToList();
        var there = WithoutWords(index, known);
        return new MoveStart(
            present,
            earlier,
            known,
            present.Count > 0 ? WithWork(index, there, FirstWithSkills(index, present), learned: false) : there
        )
        {
            IsPresumed = present.Count > 0 && jobs[0].Confidence < HeldTitle.Certain,
        };
    }

    /// <summary>A person of whom no job is known and whose words fit a role best.</summary>
    public static MoveStart Presume(MatchIndex index, RoleId role, PersonEvidence known) =>
        new([role], [], known, WithWork(index, WithoutWords(index, known), role, learned: false)) { IsPresumed = true };

    /// <summary>Somebody who also has what a role asks for.</summary>
    /// <param name="index">The index.</param>
    /// <param name="person">The person.</param>
    /// <param name="role">The role.</param>
    /// <param name="learned">
    /// Whether it was learned on purpose. Else it is only concluded from a job, and what the person says they have not stays so.
    /// </param>
    public static PersonEvidence WithWork(MatchIndex index, PersonEvidence person, RoleId role, bool learned)
    {
        var skills = person.Skills.ToDictionary(s => s.Skill, s => s.Proficiency);
        foreach (var demand in index.Demands(role))
        {
            if (!learned && skills.TryGetValue(demand.Skill, out var said) && said <= 0)
            {
                continue;
            }

            skills[demand.Skill] = Math.Max(skills.GetValueOrDefault(demand.Skill), demand.Level);
        }

        return person with
        {
            Skills = [.. skills.Select(s => new HeldSkill(s.Key, s.Value)).OrderBy(s => s.Skill)],
        };
    }

    /// <summary>Education stated, otherwise what most people in the present role have; unspecified if neither is known.</summary>
    public EducationLevel PresumeEducation(MatchIndex index) =>
        Known.Education != EducationLevel.Unspecified ? Known.Education
        : Role is { } role ? UsualEducation(index.Roles[role])
        : EducationLevel.Unspecified;

    /// <summary>Education that a role requires; unspecified if none.</summary>
    public static EducationLevel RequiredEducation(Role role) =>
        role.Requirements?.Education.FirstOrDefault(e => e.Demand == Catalog.V1.Demand.Required)?.Level
        ?? EducationLevel.Unspecified;

    private static EducationLevel UsualEducation(Role role) =>
        role.Requirements?.Education.FirstOrDefault(e =>
            e.Demand is Catalog.V1.Demand.Required or Catalog.V1.Demand.Preferred
        )?.Level
        ?? EducationLevel.Unspecified;

    /// <summary>Drops titles and texts, and adds the skills that phrases mean.</summary>
    private static PersonEvidence WithoutWords(MatchIndex index, PersonEvidence person) =>
        person with
        {
            Skills = [.. person.Skills.Concat(SaidInOtherWords(index, person)).OrderBy(s => s.Skill)],
            Roles = [],
            Titles = [],
            Phrases = [],
            Terms = Nothing.Terms,
        };

    private static List<HeldSkill> SaidInOtherWords(MatchIndex index, PersonEvidence person)
    {
        if (person.Phrases.Count == 0)
        {
            return [];
        }

        var known = person.Skills.Select(s => s.Skill).ToHashSet();
        using var said = new PersonView(index, person);
        return
        [
            .. index
                .Skills.Ids.Where(skill => !known.Contains(skill) && OwnSkills.IsSaid(said, skill))
                .Select(skill => new HeldSkill(skill, Working)),
        ];
    }

    /// <summary>First of equally sure roles whose source states skills; "all other" occupations state none.</summary>
    private static RoleId FirstWithSkills(MatchIndex index, List<RoleId> roles) =>
        roles.FirstOrDefault(role => index.TotalWeight[role] > 0, roles[0]);

    private static List<RoleId> Readings(MatchIndex index, UnderstoodJob job)
    {
        var matches = index.Snapshot.TitleLexicon.Read(job.Title, MostReadings).Matches;
        var readings = matches.Where(IsMeant).Select(m => index.RoleIds[m.Role]);
        return [.. readings.Prepend(index.RoleIds[job.Role]).Distinct()];

        // Whoever is called so may do the work of any role that surely goes by the very title, however well attested it is.
        bool IsMeant(TitleMatch match) =>
            match.Confidence >= job.Confidence - SameConfidence
            || (
                match.Confidence >= HeldTitle.Certain
                && match.MatchedTitle.Equals(matches[0].MatchedTitle, StringComparison.OrdinalIgnoreCase)
            );
    }
}
