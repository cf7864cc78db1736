using CareerRecs.Matching.V1;

namespace CareerRecs.EndToEnd.Tests;

/// <summary>Made-up people.</summary>
internal static class People
{
    private static readonly string[] s_skills =
    [
        "Python",
        "PyTorch",
        "SQL",
        "Docker",
        "Statistics",
        "Kubernetes",
        "TensorFlow",
        "Git",
        "Java",
        "Linux",
        "Pandas",
        "Spark",
    ];

    /// <summary>Somebody of whom enough is known for an answer.</summary>
    public static Subject Engineer => Inline("Python", "PyTorch", "SQL", "Docker", "Statistics");

    /// <summary>Somebody with these skills and four years.</summary>
    public static Subject Inline(params IEnumerable<string> skills) => new() { InlineProfile = Profile(skills) };

    /// <summary>A stored profile.</summary>
    public static Subject Stored(string profile) => new() { Profile = profile };

    /// <summary>Somebody with these skills and four years.</summary>
    public static Profile Profile(params IEnumerable<string> skills) =>
        new() { Skills = { skills.Select(s => new ProfileSkill { Text = s }) }, YearsExperience = 4 };

    /// <summary>A person of their own for each number: six skills, and years that nobody else has.</summary>
    public static Subject Number(int number) =>
        new()
        {
            InlineProfile = new Profile
            {
                Skills = { Enumerable.Range(number, 6).Select(i => new ProfileSkill { Text = s_skills[i % s_skills.Length] }) },
                YearsExperience = 1 + (number / 100.0),
            },
        };
}
