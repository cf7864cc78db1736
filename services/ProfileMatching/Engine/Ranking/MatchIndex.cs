using System.Collections.Frozen;
using System.Collections.Immutable;
using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Meaning;
using CareerRecs.ProfileMatching.Engine.Occupations;
using CareerRecs.ProfileMatching.Engine.Practice;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// A catalog version compiled for ranking: indexes instead of names, arrays instead of messages. Immutable; a request holds one
/// and the same from start to end.
/// </summary>
public sealed class MatchIndex
{
    /// <summary>Proficiency assumed where a source states none: working.</summary>
    public const float DefaultRequired = 4;

    private readonly Demand[][] _demands;
    private readonly Posting[][] _postings;
    private readonly Neighbour[][] _standIns;
    private readonly float[] _skillRarity;

    private readonly float[] _meanWeights;
    private readonly int[] _sameTitles;

    private MatchIndex(CatalogSnapshot snapshot, FitParameters parameters, PracticeModel? practice)
    {
        Snapshot = snapshot;
        Parameters = parameters;
        SkillIds = Number(snapshot.Skills.Select(s => s.Name), i => new SkillId(i));
        RoleIds = Number(snapshot.Roles.Select(r => r.Name), i => new RoleId(i));
        (Roles, Skills) = (new(snapshot.Roles), new(snapshot.Skills));
        IsTool = new([.. snapshot.Skills.Select(s => s.Category == SkillCategory.Tool)]);
        StatesDemand = snapshot.Roles.Any(role => role.Skills.Any(asked => asked.InDemand));
        _skillRarity = Rarity(snapshot, SkillIds, parameters.RarestShare);
        Meaning = MeaningIndex.Build(snapshot, SkillIds, PhraseEncoder.Shipped);
        _demands = [.. snapshot.Roles.Select(Compile)];
        TotalWeight = new([.. _demands.Select(d => d.Sum(x => x.Weight))]);
        Ladders = new(Number(snapshot.Roles));
        Seniorities = new([.. snapshot.Roles.Select(r => r.Seniority)]);
        Tracks = new([.. snapshot.Roles.Select(r => r.Track)]);
        Employees = new([.. Employment.CountEmployees(snapshot.Roles)]);
        _postings = Invert(_demands, snapshot.Skills.Length);
        _meanWeights = [.. _postings.Select(p => p.Length == 0 ? 0 : p.Sum(x => x.Weight) / p.Length)];
        _sameTitles = GroupTitles(snapshot.Skills);
        _standIns = StandInSkills.Compile(snapshot, SkillIds, (float)parameters.BroaderSimilarity);
        Practice = PracticeIndex.Build(practice, snapshot, parameters);
        Related = new RelatedVotes(this);
        Families = new RoleFamilies(snapshot.Roles);
        Text = TextIndex.Build(snapshot, Families);
        IsRated = new(Rated(snapshot, SkillIds));
        ExternalIds = snapshot
            .Roles.Select((r, i) => (r.ExternalId, Role: new RoleId(i)))
            .Where(p => p.ExternalId.Length > 0)
            .DistinctBy(p => p.ExternalId)
            .ToFrozenDictionary(p => p.ExternalId, p => p.Role, StringComparer.Ordinal);
    }

    /// <summary>The version compiled.</summary>
    public CatalogSnapshot Snapshot { get; }

    /// <summary>The parameters it was compiled with.</summary>
    public FitParameters Parameters { get; }

    /// <summary>Skills by resource name.</summary>
    public FrozenDictionary<string, SkillId> SkillIds { get; }

    /// <summary>Roles by resource name.</summary>
    public FrozenDictionary<string, RoleId> RoleIds { get; }

    /// <summary>Roles by the identifier of their HR system.</summary>
    public FrozenDictionary<string, RoleId> ExternalIds { get; }

    /// <summary>Roles as the catalog describes them.</summary>
    public RoleTable<Role> Roles { get; }

    /// <summary>Skills as the catalog describes them.</summary>
    public SkillTable<Skill> Skills { get; }

    /// <summary>Whether the skill is a tool.</summary>
    public SkillTable<bool> IsTool { get; }

    /// <summary>Whether the source says which tools postings ask for.</summary>
    public bool StatesDemand { get; }

    /// <summary>Sum of the weights a role asks for.</summary>
    public RoleTable<float> TotalWeight { get; }

    /// <summary>Number of the ladder that a role is a step of; null: of none.</summary>
    public RoleTable<int?> Ladders { get; }

    /// <summary>
    /// Whether more than half of the roles rate the skill, so that how much of it is asked for tells them apart, not whether.
    /// </summary>
    public SkillTable<bool> IsRated { get; }

    /// <summary>The lines of work of the roles.</summary>
    internal RoleFamilies Families { get; }

    /// <summary>
    /// Seniority of each role, beside the others: ranking looks at all of them, and the messages lie far apart.
    /// </summary>
    public RoleTable<Seniority> Seniorities { get; }

    /// <summary>Track of each role.</summary>
    public RoleTable<Track> Tracks { get; }

    /// <summary>People who work in each role in the United States; null where nobody counts them.</summary>
    public RoleTable<double?> Employees { get; }

    /// <summary>Words of the roles' texts.</summary>
    public TextIndex Text { get; }

    /// <summary>Meanings of the roles' texts.</summary>
    internal MeaningIndex Meaning { get; }

    /// <summary>Votes of skills for roles that ask only for related ones.</summary>
    internal RelatedVotes Related { get; }

    /// <summary>
    /// What people report using who do the work of some of the roles; null where there is no such model for the catalog.
    /// </summary>
    internal PracticeIndex? Practice { get; }

    /// <summary>How many roles.</summary>
    public int RoleCount => _demands.Length;

    /// <summary>What the role asks for, heaviest first.</summary>
    public ReadOnlySpan<Demand> Demands(RoleId role) => _demands[role.Index];

    /// <summary>Which roles ask for the skill.</summary>
    public ReadOnlySpan<Posting> Postings(SkillId skill) => _postings[skill.Index];

    /// <summary>How a role asks for a skill; null if it does not.</summary>
    public Posting? FindPosting(SkillId skill, RoleId role)
    {
        var postings = _postings[skill.Index];
        var (low, high) = (0, postings.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (postings[middle].Role == role)
            {
                return postings[middle];
            }

            (low, high) = postings[middle].Role < role ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>Mean weight of the skill in the roles that ask for it; 0 if none does.</summary>
    public float MeanWeight(SkillId skill) => _meanWeights[skill.Index];

    /// <summary>Number shared by skills whose titles differ in capitals or plural endings alone.</summary>
    public int SameTitle(SkillId skill) => _sameTitles[skill.Index];

    /// <summary>Skills that having this one stands in for.</summary>
    public ReadOnlySpan<Neighbour> StandsInFor(SkillId skill) => _standIns[skill.Index];

    /// <summary>How rare the skill is among the roles; what an extra skill weighs.</summary>
    public float SkillRarity(SkillId skill) => _skillRarity[skill.Index];

    /// <summary>Compiles a version with the shipped parameters.</summary>
    public static MatchIndex Build(CatalogSnapshot snapshot) => new(snapshot, FitParameters.Shipped, PracticeModel.Shipped);

    /// <summary>Compiles a version with other parameters, to measure them.</summary>
    public static MatchIndex Build(CatalogSnapshot snapshot, FitParameters parameters, PracticeModel? practice = null) =>
        new(snapshot, parameters, practice ?? PracticeModel.Shipped);

    private static FrozenDictionary<string, T> Number<T>(IEnumerable<string> names, Func<int, T> toId) =>
        names.Select((name, i) => (name, Id: toId(i))).ToFrozenDictionary(p => p.name, p => p.Id, StringComparer.Ordinal);

    private static int[] GroupTitles(ImmutableArray<Skill> skills)
    {
        var groups = new Dictionary<string, int>(skills.Length, StringComparer.Ordinal);
        return
        [
            .. skills.Select(
                (skill, i) => groups.TryAdd(OwnSkills.ToSingular(skill.Title), i) ? i : groups[OwnSkills.ToSingular(skill.Title)]
            ),
        ];
    }

    private static ImmutableArray<int?> Number(ImmutableArray<Role> roles)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. roles.Select(r =>
                r.Ladder is not { } ladder ? (int?)null
                : numbers.TryGetValue(ladder.Id, out var known) ? known
                : numbers[ladder.Id] = numbers.Count
            ),
        ];
    }

    private static ImmutableArray<bool> Rated(CatalogSnapshot snapshot, FrozenDictionary<string, SkillId> skills)
    {
        var ratings = new int[skills.Count];
        foreach (var role in snapshot.Roles)
        {
            foreach (var asked in role.Skills)
            {
                if (asked.HasProficiency && skills.TryGetValue(asked.Skill, out var skill))
                {
                    ratings[skill.Index]++;
                }
            }
        }

        return [.. ratings.Select(r => r * 2 > snapshot.Roles.Length)];
    }

    /// <summary>
    /// Rarity counts importance, not mere presence: in O*NET nearly every role rates every basic skill, and what tells roles
    /// apart is where it is important. Below a share of the roles rarer counts no more: a tool that one role alone lists would
    /// else outweigh all that the role really rests on.
    /// </summary>
    private static float[] Rarity(CatalogSnapshot snapshot, FrozenDictionary<string, SkillId> skills, double rarestShare)
    {
        var mass = new double[snapshot.Skills.Length];
        foreach (var asked in snapshot.Roles.SelectMany(r => r.Skills))
        {
            if (skills.TryGetValue(asked.Skill, out var skill))
            {
                mass[skill.Index] += asked.Importance;
            }
        }

        return
        [
            .. mass.Select(m =>
                (float)Math.Log(1 + (snapshot.Roles.Length / Math.Max(m, Math.Max(0.5, rarestShare * snapshot.Roles.Length))))
            ),
        ];
    }

    private Demand[] Compile(Role role, int number)
    {
        var demands = new List<Demand>(role.Skills.Count);
        var meaning = Meaning.ToQuery(new RoleId(number));
        for (var asked = 0; asked < role.Skills.Count; asked++)
        {
            var entry = role.Skills[asked];
            if (!SkillIds.TryGetValue(entry.Skill, out var skill))
            {
                continue;
            }

            var importance = entry.Importance * (entry.LowConfidence ? Parameters.LowConfidenceShare : 1);
            var essential = entry.Necessity == Necessity.Essential;
            var weight = importance * _skillRarity[skill.Index] * (essential ? Parameters.EssentialFactor : 1);
            if (weight > 0)
            {
                var vote =
                    (Parameters.AskedVote * (1 + importance) / 2)
                    + (Parameters.MeaningShare * Nearness(1, Meaning.Cosine(skill, meaning)));
                demands.Add(
                    new Demand(
                        skill,
                        (float)weight,
                        entry.HasProficiency ? (float)entry.Proficiency : DefaultRequired,
                        essential,
                        asked,
                        (float)importance,
                        (float)vote
                    )
                );
            }
        }

        return [.. demands.OrderByDescending(d => d.Weight).ThenBy(d => d.Skill)];
    }

    /// <summary>Mean of the nearness to one text of a role and to the role as a whole, 0-1.</summary>
    internal double Nearness(double toText, double toRole) =>
        Math.Clamp((Parameters.WholeRoleShare * toRole) + ((1 - Parameters.WholeRoleShare) * toText), 0, 1);

    private static Posting[][] Invert(Demand[][] demands, int skills)
    {
        var lists = new List<Posting>[skills];
        for (var role = 0; role < demands.Length; role++)
        {
            foreach (var d in demands[role])
            {
                (lists[d.Skill.Index] ??= []).Add(new Posting(new RoleId(role), d.Weight, d.Required, d.Vote));
            }
        }

        return [.. lists.Select(l => l?.ToArray() ?? [])];
    }
}
