using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.ModelCard;
using Demand = CareerRecs.ProfileMatching.Engine.Ranking.Demand;

namespace CareerRecs.ProfileMatching.Recommendations;

/// <summary>
/// Turns a ranked role into an answer: components with their evidence, what matches, what is missing and what it would bring.
/// </summary>
internal static class Explainer
{
    /// <summary>Matched and missing skills, and pieces of evidence, shown in a basic view.</summary>
    public const int Few = 5;

    /// <summary>What keeps people out comes first: a licence or degree takes years, a level only the next job.</summary>
    private static readonly GateKind[] GateOrder = [GateKind.Certification, GateKind.Education, GateKind.Seniority];

    /// <summary>The answer for one role, ranked or not, with all its evidence.</summary>
    public static Recommendation ExplainInFull(PersonView person, RoleId role) =>
        Explain(person, new RankedRole(role, FitFunction.Evaluate(person, role)), full: true);

    /// <summary>The answer for one role.</summary>
    public static Recommendation Explain(PersonView person, RankedRole ranked, bool full)
    {
        var index = person.Index;
        var role = index.Roles[ranked.Role];
        var likelihood = ShippedModelCard.MapOf(index.Snapshot.Version);
        var matched = Matched(person, ranked.Role);
        var answer = new Recommendation
        {
            Role = role.Name,
            Title = role.Title,
            Family = role.Family,
            Seniority = role.Seniority,
            Ladder = role.Ladder?.Id ?? "",
            Fit = new Fit { MilliPoints = ranked.MilliPoints, Band = index.Parameters.Band(ranked.MilliPoints) },
            LikelihoodStatus = likelihood is null ? LikelihoodStatus.Uncalibrated : LikelihoodStatus.Calibrated,
            Step = Steps.Of(person, ranked.Role),
            Held = person.Evidence.RolesHeld.Contains(ranked.Role),
        };
        if (likelihood is not null)
        {
            answer.Likelihood = Math.Round(likelihood.Evaluate(ranked.MilliPoints), 4);
        }

        answer.Fit.Band = Support.ForRole(person, ranked.Role).LimitBand(ranked.MilliPoints, index.Parameters);
        answer.Fit.Components.Add(ranked.Parts.Share().Select(c => Component(person, ranked.Role, c.Kind, c.MilliPoints)));
        answer.Matched.Add(full ? matched : matched.OrderByDescending(m => m.Essential).Take(Few));
        answer.Phrases.Add(Phrases(person, ranked.Role).Take(full ? int.MaxValue : Few));
        answer.Missing.Add(MissingSkills.Of(person, ranked.Role, full ? int.MaxValue : Few));
        answer.Gates.Add(Gates.Of(person.Evidence, role).OrderBy(g => Array.IndexOf(GateOrder, g.Kind)));
        answer.Feasibility = Feasibility(person, ranked.Role);
        return answer;
    }

    /// <summary>How many of the essentials of a role the person has, or said in other words.</summary>
    public static Feasibility Feasibility(PersonView person, RoleId role)
    {
        var feasibility = new Feasibility();
        foreach (var demand in person.Index.Demands(role))
        {
            if (!demand.Essential)
            {
                continue;
            }

            feasibility.EssentialsTotal++;
            if (person.Held(demand.Skill) > 0)
            {
                feasibility.EssentialsMet++;
            }
            else if (person.Phrases.FindWords(role, demand.Skill) is { } words)
            {
                feasibility.EssentialsMet++;
                var skill = person.Index.Skills[demand.Skill];
                var said = new EssentialInOtherWords
                {
                    Skill = skill.Name,
                    Title = skill.Title,
                    Words = words,
                };
                feasibility.InOtherWords.Add(said);
            }
        }

        return feasibility;
    }

    private static List<MatchedSkill> Matched(PersonView person, RoleId role)
    {
        var matched = new List<MatchedSkill>();
        var skills = person.Index.Skills;
        var asked = person.Index.Roles[role].Skills;
        foreach (var demand in person.Index.Demands(role))
        {
            var (direct, standIn) = FitFunction.Coverage(person, demand);
            if (direct <= 0 && standIn <= 0)
            {
                continue;
            }

            var related = direct > 0 ? null : person.StandInFor(demand.Skill);
            var item = new MatchedSkill
            {
                Skill = skills[demand.Skill].Name,
                Title = skills[demand.Skill].Title,
                Importance = asked[demand.Asked].Importance,
                Proficiency = person.Held(related?.Skill ?? demand.Skill),
                Essential = demand.Essential,
                Similarity = Math.Round(related?.Similarity ?? 1, 3),
                ByRelated = related is { } by ? skills[by.Skill].Title : "",
            };
            if (asked[demand.Asked].HasProficiency)
            {
                item.RequiredProficiency = asked[demand.Asked].Proficiency;
            }

            matched.Add(item);
        }

        return matched;
    }

    private static IEnumerable<MatchedPhrase> Phrases(PersonView person, RoleId role) =>
        person
            .Phrases.Explain(role)
            .Where(p => p.Vote > 0)
            .Select(p => new MatchedPhrase
            {
                Text = p.Phrase,
                Nearest = p.Nearest,
                Vote = Math.Round(p.Vote, 3),
            });

    private static FitComponent Component(PersonView person, RoleId role, ComponentKind kind, int milliPoints)
    {
        var component = new FitComponent { Kind = kind, MilliPoints = milliPoints };
        component.Evidence.Add(
            (
                kind switch
                {
                    ComponentKind.Skills => SkillsThat(
                        person,
                        role,
                        d => !IsTool(d) && FitFunction.Coverage(person, d).Direct > 0
                    ),
                    ComponentKind.Tools => SkillsThat(person, role, d => IsTool(d) && FitFunction.Coverage(person, d).Direct > 0),
                    ComponentKind.Related => StandIns(person, role),
                    ComponentKind.Titles => person.Evidence.Titles.Select(t => t.Title),
                    ComponentKind.Meaning => person.Phrases.Explain(role).Select(p => p.Phrase),
                    ComponentKind.Text => person.Index.Text.Shared(person.Evidence.Terms, role, Few),
                    ComponentKind.Family => LineOfWork(person, role),
                    ComponentKind.Practice => person
                        .RelatedSkills.Select(skill => (skill, Vote: person.Index.Related.Find(skill, role).Practice))
                        .Where(s => s.Vote > 0)
                        .OrderByDescending(s => s.Vote)
                        .Select(s => person.Index.Skills[s.skill].Title),
                    _ => [Gates.Word(person.Evidence.Seniority)],
                }
            ).Take(Few)
        );
        return component;

        bool IsTool(Demand demand) => person.Index.IsTool[demand.Skill];
    }

    private static IEnumerable<string> SkillsThat(PersonView person, RoleId role, Func<Demand, bool> count) =>
        person.Index.Demands(role).ToArray().Where(count).Select(d => person.Index.Skills[d.Skill].Title);

    /// <summary>
    /// Codes say nothing to a reader; roles of the same line of work do. Where it has no others, its words are those of the role.
    /// </summary>
    private static IEnumerable<string> LineOfWork(PersonView person, RoleId role)
    {
        var others = person.Index.Families.Others(role, Few).Select(other => person.Index.Roles[other].Title).ToList();
        return others.Count > 0 ? others : person.Index.Text.Shared(person.Evidence.Terms, role, Few);
    }

    /// <summary>
    /// Which skills stand in for what the person lacks, or has in part; behind them those that speak for the role though it asks
    /// for a skill like them that the person has.
    /// </summary>
    private static List<string> StandIns(PersonView person, RoleId role)
    {
        var skills = person.Index.Skills;
        var evidence = new List<string>();
        var named = new HashSet<SkillId>();
        foreach (var demand in person.Index.Demands(role))
        {
            if (FitFunction.Coverage(person, demand).StandIn <= 0 || person.StandInFor(demand.Skill) is not var (by, similarity))
            {
                continue;
            }

            named.Add(by);
            evidence.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{skills[by].Title} for {skills[demand.Skill].Title}, {similarity:0.0#}"
                )
            );
        }

        var others = person.RelatedSkills.Where(skill =>
            !named.Contains(skill) && person.Index.Related.Find(skill, role).Vote > 0
        );
        evidence.AddRange(others.Select(skill => skills[skill].Title));
        return evidence;
    }
}
