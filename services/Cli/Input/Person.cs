using System.Text.Json.Serialization;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf;

namespace CareerRecs.Cli.Input;

/// <summary>Who is asked about, as typed.</summary>
public sealed record Person
{
    /// <summary>Lists of skills.</summary>
    public string[] Skills { get; init; } = [];

    /// <summary>Lists of jobs held.</summary>
    public string[] Titles { get; init; } = [];

    /// <summary>Lists of what is wanted.</summary>
    public string[] Interests { get; init; } = [];

    /// <summary>Lists of what is not wanted.</summary>
    public string[] Not { get; init; } = [];

    /// <summary>Years of experience.</summary>
    public double? Years { get; init; }

    /// <summary>Stated seniority.</summary>
    public Seniority Seniority { get; init; }

    /// <summary>Resume: a path, or "-".</summary>
    public string? Resume { get; init; }

    /// <summary>A stored profile.</summary>
    public string? Profile { get; init; }

    /// <summary>Nobody was named or described; what is not wanted describes nobody.</summary>
    [JsonIgnore]
    public bool IsEmpty =>
        Skills.Length == 0
        && Titles.Length == 0
        && Resume is null
        && Profile is null
        && Years is null
        && Interests.Length == 0
        && Seniority == Seniority.Unspecified;

    /// <summary>Whether what was typed as skills is sentences, which are read as text where no resume is given.</summary>
    [JsonIgnore]
    public bool IsProse => Resume is null && Profile is null && Skills.Any(Prose.Is);

    /// <summary>In a few words, for a note.</summary>
    [JsonIgnore]
    public string InWords =>
        Profile is not null ? Profile
        : Resume is not null ? Resume
        : Skills.Length > 0 ? string.Join(", ", Skills)
        : string.Join(", ", Titles);

    /// <summary>The person as the contract says it.</summary>
    public async Task<Subject> ToSubjectAsync(Func<Stream> openInput, CancellationToken cancellationToken)
    {
        if (Profile is { Length: > 0 } profile)
        {
            if (AlsoSaid() is { Count: > 0 } said)
            {
                throw CommandException.Usage(
                    $"--profile names a whole person, with what they want; leave out "
                        + $"{string.Join(", ", said)}, or `careerrecs profiles upsert` changes the profile"
                );
            }

            return new Subject
            {
                Profile = profile.StartsWith("profiles/", StringComparison.Ordinal) ? profile : "profiles/" + profile,
            };
        }
        var stated = Stated();
        if (IsProse)
        {
            return new Subject
            {
                Document = new Document
                {
                    Content = ByteString.CopyFromUtf8(string.Join('\n', Skills.Where(Prose.Is))),
                    Format = DocumentFormat.Text,
                    Stated = stated,
                },
            };
        }

        if (Resume is null)
        {
            return new Subject { InlineProfile = stated };
        }

        var document = await ResumeFile.ReadAsync(Resume, openInput, cancellationToken);
        document.Stated = stated;
        return new Subject { Document = document };
    }

    /// <summary>The options that were given beside a stored profile, which would say nothing.</summary>
    private List<string> AlsoSaid()
    {
        (string Option, bool Given)[] options =
        [
            ("--skills", Skills.Length > 0),
            ("--titles", Titles.Length > 0),
            ("--years", Years is not null),
            ("--seniority", Seniority != Seniority.Unspecified),
            ("--interests", Interests.Length > 0),
            ("--not", Not.Length > 0),
            ("--resume", Resume is not null),
        ];
        return [.. options.Where(o => o.Given).Select(o => o.Option)];
    }

    private Profile Stated()
    {
        var profile = new Profile
        {
            Skills = { SkillList.Parse(IsProse ? Skills.Where(text => !Prose.Is(text)) : Skills) },
            Jobs = { Titles.SelectMany(SemicolonList).Select(t => new HeldJob { Title = t }) },
            Interests = { Interests.SelectMany(SkillList.Split) },
            NotThis = { Not.SelectMany(SkillList.Split) },
            Seniority = Seniority,
        };
        if (Years is { } years)
        {
            profile.YearsExperience = years;
        }

        return profile;
    }

    // A title may hold a comma: "Manager, Data Science".
    private static string[] SemicolonList(string text) =>
        text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
