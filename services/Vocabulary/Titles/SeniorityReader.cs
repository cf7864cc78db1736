using CareerRecs.Types.V1;

namespace CareerRecs.Vocabulary;

/// <summary>What a job title says of seniority and of managing people, and what is left of it without that.</summary>
public readonly record struct SeniorityReading(Seniority Seniority, Track Track, IReadOnlyList<string> CoreWords);

/// <summary>Takes the seniority out of the words of a title.</summary>
public static class SeniorityReader
{
    private static readonly Dictionary<string, Seniority> Levels = new(StringComparer.Ordinal)
    {
        ["intern"] = Seniority.Intern,
        ["internship"] = Seniority.Intern,
        ["trainee"] = Seniority.Intern,
        ["apprentice"] = Seniority.Intern,
        ["apprenticeship"] = Seniority.Intern,
        ["werkstudent"] = Seniority.Intern,
        ["praktikant"] = Seniority.Intern,
        ["junior"] = Seniority.Junior,
        ["graduate"] = Seniority.Junior,
        ["entry"] = Seniority.Junior,
        ["mid"] = Seniority.Mid,
        ["intermediate"] = Seniority.Mid,
        ["senior"] = Seniority.Senior,
        ["snr"] = Seniority.Senior,
        ["lead"] = Seniority.Lead,
        ["staff"] = Seniority.Lead,
        ["principal"] = Seniority.Principal,
        ["distinguished"] = Seniority.Executive,
        ["i"] = Seniority.Junior,
        ["ii"] = Seniority.Mid,
        ["iii"] = Seniority.Senior,
        ["iv"] = Seniority.Lead,
    };

    // "Staff" is a level of these trades alone: a staff nurse or a staff accountant is no lead.
    private static readonly HashSet<string> TradesWithStaff = new(StringComparer.Ordinal)
    {
        "architect",
        "designer",
        "developer",
        "engineer",
        "manager",
        "programmer",
        "researcher",
        "scientist",
    };

    // These stay in the core of a title, since they name the job itself.
    private static readonly Dictionary<string, Seniority> ManagementLevels = new(StringComparer.Ordinal)
    {
        ["director"] = Seniority.Principal,
        ["head"] = Seniority.Executive,
        ["vp"] = Seniority.Executive,
        ["chief"] = Seniority.Executive,
        ["president"] = Seniority.Executive,
        ["cto"] = Seniority.Executive,
        ["ceo"] = Seniority.Executive,
        ["cfo"] = Seniority.Executive,
    };

    /// <summary>Reads the words of a title. Product, project and account managers manage things, not people.</summary>
    public static SeniorityReading Read(IReadOnlyList<string> words)
    {
        var core = new List<string>(words.Count);
        var seniority = Seniority.Unspecified;
        var track = Track.Unspecified;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Levels.TryGetValue(word, out var stated) && !(word is "i" && i == 0) && !NamesTheJob(words, i))
            {
                if (stated > seniority && (word != "staff" || words.Any(TradesWithStaff.Contains)))
                {
                    seniority = stated;
                }

                if (word is "entry" or "mid" && i + 1 < words.Count && words[i + 1] == "level")
                {
                    i++;
                }
                continue;
            }

            if (ManagementLevels.TryGetValue(word, out var managing) && (word != "head" || i == 0))
            {
                // A head of finance sits on the board, a head baker in the bakery.
                var level = word == "head" && !(i + 1 < words.Count && words[i + 1] == "of") ? Seniority.Lead : managing;
                seniority = level > seniority ? level : seniority;
                track = Track.PeopleManager;
            }
            else if (
                word is "manager" or "supervisor"
                && !(i > 0 && words[i - 1] is "product" or "project" or "account" or "program" or "relationship" or "database")
            )
            {
                track = Track.PeopleManager;
            }

            core.Add(word);
        }

        return new SeniorityReading(seniority, track, core.Count > 0 ? core : words);
    }

    /// <summary>Whether a word on level is of the job itself: the principal of a school, a clerk for data entry.</summary>
    private static bool NamesTheJob(IReadOnlyList<string> words, int index) =>
        words[index] switch
        {
            "principal" => index > 0 && index == words.Count - 1,
            "entry" => index + 1 < words.Count && words[index + 1] != "level",
            _ => false,
        };
}
