using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>Reports that the evidence about a person is too little, and which skills to ask for.</summary>
internal static class EvidenceRequest
{
    private const int Most = 8;
    private const int CandidateRoles = 25;

    /// <summary>Phrases that a message repeats at most.</summary>
    private const int MostRepeated = 3;

    /// <summary>
    /// What to ask the person next: skills that some of the likely roles ask for heavily and others not at all.
    /// </summary>
    public static InsufficientEvidence ForPerson(PersonView person) =>
        new()
        {
            Message = MessageFor(person),
            // Where the catalog is of another field, so are its skills.
            WouldTellMost = { CatalogFit.IsLittle(UnderstoodShare.Count(person).Share) ? [] : TellingSkills(person) },
        };

    /// <summary>
    /// Reports that a catalog is of another field than the person: it understands little, and its best role is a stretch.
    /// </summary>
    public static InsufficientEvidence ForWeak(PersonView person, CatalogFit fit)
    {
        var catalog = person.Index.Snapshot;
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{fit.Understood.Understood} of the {fit.Understood.Stated} things you stated"
        );
        var nearest = fit.Best is { } best
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"its nearest role, {person.Index.Roles[best.Role].Title}, fits "
                    + $"{best.MilliPoints / 1000} of 100, too little to recommend it"
            )
            : "none of its roles is close";
        return new InsufficientEvidence { Message = $"{catalog.Version.DisplayName} covers {said}, and {nearest}." };
    }

    /// <summary>Says which other catalog to ask instead, or that there is none; nothing where not all could be asked.</summary>
    public static string AskInstead(CatalogSearch search) =>
        search switch
        {
            { Best: { Catalog.Version: var version, Fit.Understood: var understood } } =>
                $" {version.DisplayName} covers {understood.Understood} of {understood.Stated}: ask that catalog.",
            { IsComplete: false } => "",
            { OtherCount: 0 } => " No other catalog is imported here; import one that covers this work.",
            _ => " No other imported catalog covers more of it; import one that covers this work.",
        };

    private static IEnumerable<string> TellingSkills(PersonView person)
    {
        var index = person.Index;
        var candidates = Ranker.Rank(person, CandidateRoles, _ => true).Select(r => r.Role).ToList();
        if (candidates.Count == 0)
        {
            candidates = [.. index.Roles.Ids];
        }

        var weights = new Dictionary<SkillId, (double Sum, double Squares)>();
        foreach (var role in candidates)
        {
            foreach (var demand in index.Demands(role))
            {
                if (OwnSkills.IsGeneric(index, demand) || OwnSkills.IsSaid(person, demand.Skill))
                {
                    continue;
                }

                var (sum, squares) = weights.GetValueOrDefault(demand.Skill);
                weights[demand.Skill] = (sum + demand.Weight, squares + (demand.Weight * demand.Weight));
            }
        }

        return weights
            .Select(w =>
                (Skill: w.Key, Variance: (w.Value.Squares / candidates.Count) - Math.Pow(w.Value.Sum / candidates.Count, 2))
            )
            .OrderByDescending(w => w.Variance)
            .ThenBy(w => w.Skill)
            .Select(w => index.Skills[w.Skill].Title)
            .DistinctBy(OwnSkills.ToSingular)
            .Take(Most);
    }

    /// <summary>Says what to do next, in the person's own words where there are any.</summary>
    private static string MessageFor(PersonView person)
    {
        var said = person
            .Skills.Select(s => person.Index.Skills[s.Skill].Title)
            .Concat(person.Evidence.Phrases.Select(p => p.Text))
            .Concat(person.Evidence.Titles.Select(t => t.Title))
            .ToList();
        if (said.Count == 0)
        {
            return "Not enough to go on yet: name a few things you do or know, a job you held, or send a resume.";
        }

        var repeated = string.Join(", ", said.Take(MostRepeated).Select(words => $"\"{words}\""));
        return person.Mass < person.Index.Parameters.LeastEvidence
            ? $"{repeated} alone fits too many roles. Add two or three things you do at work, a job you held, or a resume."
            : $"No role of this catalog is close to {repeated}. Describe what you do in other words, as in "
                + $"\"repairing engines\", or name a job you held.";
    }
}
