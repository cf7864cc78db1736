using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// A part of what an occupation asks for, with noise, back to the occupation: a share of the 35 rated skills, each stated up to a
/// point too high or too low, and a share of the tools. The baseline fuses by reciprocal rank the cosine over the 35 skills
/// (importance x level) and the TF-IDF cosine over the tools. Nothing is fitted; without rows to fit on the services answer.
/// </summary>
internal static class Noisy
{
    private const int Seed = 20261125;
    private const int Top = 10;

    /// <summary>The constant of reciprocal rank fusion.</summary>
    private const double Fusion = 60;

    private sealed record Outcome(bool Hit, bool BaseHit);

    /// <summary>Skills with level and importance, and tools.</summary>
    private sealed record Said(List<(SkillId Skill, double Level, double Importance)> Skills, List<SkillId> Tools);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        foreach (var (test, skills, tools) in new[] { ("60 % and 30 %", 0.6, 0.3), ("30 % and 15 %", 0.3, 0.15) })
        {
            var outcomes = Outcomes(lab, skills, tools);
            var (low, high) = Bootstrap.Interval(outcomes, Ours);
            yield return new Row(
                "noisy",
                test,
                "hit@10",
                Ours(outcomes),
                low,
                high,
                outcomes.Count,
                new Dictionary<string, double> { ["rank fusion"] = Baseline(outcomes) }
            );
            yield return Bootstrap.Difference("noisy", test, "hit@10", "rank fusion", outcomes, Ours, Baseline);
        }

        static double Ours(IReadOnlyList<Outcome> outcomes) => outcomes.Average(o => o.Hit ? 1 : 0);
        static double Baseline(IReadOnlyList<Outcome> outcomes) => outcomes.Average(o => o.BaseHit ? 1 : 0);
    }

    private static List<Outcome> Outcomes(Lab lab, double skillShare, double toolShare)
    {
        var index = lab.Onet;
        var rated = index.Roles.Ids.Where(r => Ratings(index, r).Count > 0).ToArray();
        var isRated = rated.ToHashSet();
        var candidates = rated.Select(r => index.Roles[r].Name).ToList();
        var skills = rated.Select(r => Unit(Ratings(index, r).ToDictionary(s => s.Skill, s => s.Level * s.Importance))).ToArray();
        var tools = rated.Select(r => Unit(Tools(index, r).ToDictionary(t => t, t => Rarity(index, t)))).ToArray();
        var outcomes = new List<Outcome>();
        for (var i = 0; i < rated.Length; i++)
        {
            lab.CancellationToken.ThrowIfCancellationRequested();
            var said = Say(index, rated[i], skillShare, toolShare);
            var hit = (lab.Fit is null ? Served(lab, said, candidates) : Ranked(index, said, isRated)).Contains(rated[i]);
            var bySkills = Ranks(skills, Unit(said.Skills.ToDictionary(s => s.Skill, s => s.Level * s.Importance)));
            var byTools = Ranks(tools, Unit(said.Tools.ToDictionary(t => t, t => Rarity(index, t))));
            var fused = rated.Select((_, r) => (1 / (Fusion + bySkills[r])) + (1 / (Fusion + byTools[r]))).ToArray();
            outcomes.Add(new Outcome(hit, fused.Count(f => f > fused[i]) < Top));
        }

        return outcomes;
    }

    private static List<RoleId> Ranked(MatchIndex index, Said said, HashSet<RoleId> candidates)
    {
        using var person = new PersonView(index, Evidence(said));
        return Ranker.Rank(person, Top, candidates.Contains).ConvertAll(r => r.Role);
    }

    private static IEnumerable<RoleId> Served(Lab lab, Said said, IEnumerable<string> candidates)
    {
        var skills = lab.Onet.Skills;
        var profile = new Profile();
        profile.Skills.Add(said.Skills.Select(s => new ProfileSkill { Text = skills[s.Skill].Title, Level = s.Level }));
        profile.Skills.Add(said.Tools.Select(t => new ProfileSkill { Text = skills[t].Title }));
        var request = new RecommendRolesRequest
        {
            Subject = new Subject { InlineProfile = profile },
            Catalog = "catalogs/onet",
            CandidateRoles = { candidates },
            MaxResults = Top,
        };
        return lab
            .Shipped.Session.Matching.RecommendRoles(request, cancellationToken: lab.CancellationToken)
            .Recommendations.Select(r => lab.Onet.RoleIds[r.Role]);
    }

    private static PersonEvidence Evidence(Said said) =>
        new()
        {
            Skills =
            [
                .. said.Skills.Select(s => new HeldSkill(s.Skill, (float)s.Level, IsStated: true)),
                .. said.Tools.Select(t => new HeldSkill(t, MatchIndex.DefaultRequired)),
            ],
            Roles = [],
            Terms = new Dictionary<string, int>(),
        };

    private static Said Say(MatchIndex index, RoleId role, double skillShare, double toolShare)
    {
        var random = new Random(HashCode(role, skillShare));
        var skills = Part(Ratings(index, role), skillShare, random)
            .Select(s => (s.Skill, Math.Clamp(s.Level + (2 * random.NextDouble()) - 1, 0, 7), s.Importance))
            .ToList();
        return new Said(skills, Part(Tools(index, role), toolShare, random));

        static int HashCode(RoleId role, double share) => Seed + (role.Index * 100) + (int)(share * 100);
    }

    private static List<T> Part<T>(List<T> all, double share, Random random)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take((int)Math.Round(share * all.Count))];
    }

    /// <summary>The rated skills, without knowledge.</summary>
    private static List<(SkillId Skill, double Level, double Importance)> Ratings(MatchIndex index, RoleId role) =>
        [
            .. index
                .Roles[role]
                .Skills.Where(s => s.HasProficiency)
                .Select(s => (Skill: index.SkillIds[s.Skill], s.Proficiency, s.Importance))
                .Where(s => index.Skills[s.Skill].Category is not (SkillCategory.Tool or SkillCategory.Knowledge)),
        ];

    private static List<SkillId> Tools(MatchIndex index, RoleId role) =>
        [.. index.Roles[role].Skills.Select(s => index.SkillIds[s.Skill]).Where(s => index.IsTool[s])];

    private static double Rarity(MatchIndex index, SkillId tool) =>
        Math.Log((index.RoleCount + 1.0) / (index.Postings(tool).Length + 0.5));

    private static Dictionary<SkillId, double> Unit(Dictionary<SkillId, double> vector)
    {
        var norm = Math.Sqrt(vector.Values.Sum(v => v * v));
        return norm > 0 ? vector.ToDictionary(v => v.Key, v => v.Value / norm) : vector;
    }

    /// <summary>The rank of each vector by its cosine with the asked one, from 1; of equal ones the first comes first.</summary>
    private static int[] Ranks(Dictionary<SkillId, double>[] vectors, Dictionary<SkillId, double> asked)
    {
        var cosines = vectors.Select(v => asked.Sum(a => v.TryGetValue(a.Key, out var weight) ? weight * a.Value : 0)).ToArray();
        var ranks = new int[vectors.Length];
        var order = Enumerable.Range(0, vectors.Length).OrderByDescending(i => cosines[i]).ToArray();
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank + 1;
        }
        return ranks;
    }
}
