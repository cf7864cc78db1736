using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>A skill of a person, compiled.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Proficiency">How well, 0-7; 0: the person does not have it.</param>
/// <param name="IsStated">Whether the person said how well; otherwise the proficiency is assumed, and agrees with
/// nothing.</param>
/// <param name="Share">Share (0-1) of a stated skill's weight; less for one of many read out of a document.</param>
public readonly record struct HeldSkill(SkillId Skill, float Proficiency, bool IsStated = false, float Share = 1);

/// <summary>Words of a person that name no skill of the catalog.</summary>
/// <param name="Text">The words.</param>
/// <param name="Share">Share (0-1) of a stated phrase's weight; less for one of many read out of a document.</param>
public readonly record struct HeldPhrase(string Text, float Share = 1);

/// <summary>A role that a job held means, compiled.</summary>
/// <param name="Role">The role.</param>
/// <param name="Weight">How sure and how recent, 0-1.</param>
/// <param name="Title">The title as the person wrote it.</param>
/// <param name="IsBest">Whether it is surely what a title means, and so the role held; otherwise one that the title may mean or
/// is near to.</param>
public readonly record struct HeldRole(RoleId Role, float Weight, string Title, bool IsBest = true);

/// <summary>A title held, with the roles that it may mean.</summary>
/// <param name="Title">The title without level words.</param>
/// <param name="Recency">Weight (0-1) by its place among the jobs, the latest first.</param>
/// <param name="Readings">Roles that it may mean, with a confidence of 0-1, the surest first.</param>
public sealed record HeldTitle(string Title, float Recency, IReadOnlyList<(RoleId Role, float Confidence)> Readings)
{
    /// <summary>
    /// Confidence (0-1) from which a title means a role, whatever else was said: the role was held, starts moves, and is presumed
    /// to bring what it asks for. Below it the title is only near.
    /// </summary>
    public const float Certain = 0.9f;
}

/// <summary>What is known of a person, compiled against one index. The order in which things were said does not matter.</summary>
public sealed record PersonEvidence
{
    /// <summary>The skills, each at most once.</summary>
    public required IReadOnlyList<HeldSkill> Skills { get; init; }

    /// <summary>Phrases that name no skill of the catalog, each at most once.</summary>
    public IReadOnlyList<HeldPhrase> Phrases { get; init; } = [];

    /// <summary>The roles that jobs held mean, or may mean, each at most once.</summary>
    public required IReadOnlyList<HeldRole> Roles { get; init; }

    /// <summary>Titles held, the latest first.</summary>
    public IReadOnlyList<HeldTitle> Titles { get; init; } = [];

    /// <summary>The role held at present: what the latest job means whose title the catalog knows; null: unknown.</summary>
    public RoleId? Present { get; init; }

    /// <summary>Terms of the person's text. Empty: no text.</summary>
    public required IReadOnlyDictionary<string, int> Terms { get; init; }

    /// <summary>Seniority; unspecified where unknown.</summary>
    public Seniority Seniority { get; init; }

    /// <summary>What the seniority was taken from.</summary>
    public SeniorityBasis SeniorityBasis { get; init; }

    /// <summary>Track; unspecified where unknown.</summary>
    public Track Track { get; init; }

    /// <summary>Years of experience, where known.</summary>
    public double? Years { get; init; }

    /// <summary>Highest education stated; unspecified where unknown.</summary>
    public Catalog.V1.EducationLevel Education { get; init; }

    /// <summary>Licences, registrations and certificates named, in the person's words.</summary>
    public IReadOnlyList<string> Certifications { get; init; } = [];

    /// <summary>The roles held.</summary>
    public IEnumerable<RoleId> RolesHeld => Roles.Where(r => r.IsBest).Select(r => r.Role);

    /// <summary>The person with one skill more, or better.</summary>
    public PersonEvidence With(HeldSkill acquired) =>
        this with
        {
            Skills = [.. Skills.Where(s => s.Skill != acquired.Skill), acquired],
        };
}
