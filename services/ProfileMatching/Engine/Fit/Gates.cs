using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>
/// Requirements of a role held against what the person stated. A gate fails only where the two contradict; what the person does
/// not state is listed as unverified and rules nothing out, and so is a certification that was named and not shown.
/// </summary>
internal static class Gates
{
    /// <summary>Whether a stated fact rules the role out.</summary>
    public static bool RuleOut(PersonEvidence person, Role role) => SeniorityFails(person, role) || EducationFails(person, role);

    /// <summary>The gates of the role that failed or could not be checked.</summary>
    public static IEnumerable<Gate> Of(PersonEvidence person, Role role)
    {
        if (SeniorityFails(person, role))
        {
            yield return new Gate
            {
                Kind = GateKind.Seniority,
                Status = GateStatus.Failed,
                Requirement = Word(role.Seniority),
                Stated = Stated(person),
            };
        }

        if (Required(role) is { } education)
        {
            var unknown = person.Education == EducationLevel.Unspecified;
            if (unknown || EducationFails(person, role))
            {
                yield return new Gate
                {
                    Kind = GateKind.Education,
                    Status = unknown ? GateStatus.Unverified : GateStatus.Failed,
                    Requirement = $"{Word(education.Level)} required",
                    Stated = unknown ? "" : Word(person.Education),
                };
            }
        }

        foreach (var certification in role.Requirements?.Certifications ?? [])
        {
            if (certification.Demand == Catalog.V1.Demand.Required)
            {
                yield return new Gate
                {
                    Kind = GateKind.Certification,
                    Status = GateStatus.Unverified,
                    Requirement = certification.Title,
                    Stated = NamedCertifications.Find(certification.Title, role.Title, person.Certifications) ?? "",
                };
            }
        }
    }

    /// <summary>The fact that was stated: a level, or the title or years that it was taken from.</summary>
    private static string Stated(PersonEvidence person) =>
        person.SeniorityBasis switch
        {
            SeniorityBasis.Years => string.Create(
                CultureInfo.InvariantCulture,
                $"{Word(person.Seniority)}, by {person.Years:0.#} years of experience"
            ),
            SeniorityBasis.Titles => $"{Word(person.Seniority)}, by the latest title",
            _ => Word(person.Seniority),
        };

    /// <summary>A level in words.</summary>
    public static string Word(Seniority seniority) =>
        seniority switch
        {
            Seniority.Intern => "intern",
            Seniority.Junior => "junior",
            Seniority.Mid => "mid level",
            Seniority.Senior => "senior",
            Seniority.Lead => "lead",
            Seniority.Principal => "principal or director",
            Seniority.Executive => "executive",
            _ => "",
        };

    private static bool SeniorityFails(PersonEvidence person, Role role) =>
        role.Seniority != Seniority.Unspecified
        && person.Seniority != Seniority.Unspecified
        && Math.Abs(role.Seniority - person.Seniority) > 1;

    private static bool EducationFails(PersonEvidence person, Role role) =>
        person.Education != EducationLevel.Unspecified && Required(role) is { } required && person.Education < required.Level;

    private static EducationRequirement? Required(Role role)
    {
        if (role.Requirements is not { } requirements)
        {
            return null;
        }
        // Asked of every role of a catalog: without an enumerator on the heap.
        for (var i = 0; i < requirements.Education.Count; i++)
        {
            if (requirements.Education[i].Demand == Catalog.V1.Demand.Required)
            {
                return requirements.Education[i];
            }
        }

        return null;
    }

    private static string Word(EducationLevel level) =>
        level switch
        {
            EducationLevel.BelowHighSchool => "less than high school",
            EducationLevel.HighSchool => "high school diploma",
            EducationLevel.Certificate => "post-secondary certificate",
            EducationLevel.Associate => "associate's degree",
            EducationLevel.Bachelor => "bachelor's degree",
            EducationLevel.Master => "master's degree",
            EducationLevel.Doctorate => "doctorate",
            _ => "",
        };
}
