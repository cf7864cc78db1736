using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.Evaluation.Suites.Profiles;

/// <summary>A person as they describe themselves, and the roles that a hiring manager in their trade would accept.</summary>
internal sealed record Person
{
    private const int MostRoles = 10;

    /// <summary>Short name, unique within a file.</summary>
    public required string Id { get; init; }

    /// <summary>Catalog to recommend from: builtin, onet or esco.</summary>
    public required string Catalog { get; init; }

    /// <summary>Skills in the person's own words.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Years of experience; null if the person does not say.</summary>
    public double? Years { get; init; }

    /// <summary>Job title; null if the person does not say.</summary>
    public string? Title { get; init; }

    /// <summary>Free text in place of skills and title; null for a person who lists skills.</summary>
    public string? Text { get; init; }

    /// <summary>Title patterns of the roles that are right in first place; <c>(abstain)</c>: no answer is right.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Title patterns of the roles that are fine among the first five.</summary>
    public IReadOnlyList<string> AlsoFine { get; init; } = [];

    /// <summary>Rules for roles that would make a user laugh. <see cref="RolePatterns.IsAbsurd"/> describes them.</summary>
    public IReadOnlyList<string> Absurd { get; init; } = [];

    /// <summary>Title patterns of the roles that are right or fine.</summary>
    public IEnumerable<string> RightOrFine => Accept.Concat(AlsoFine);

    /// <summary>The pieces of text that the services get to read.</summary>
    public IEnumerable<string> Statements =>
        HasText ? [Text!]
        : string.IsNullOrEmpty(Title) ? Skills
        : Skills.Append(Title);

    private bool HasText => !string.IsNullOrEmpty(Text);

    /// <summary>Asks for the list as the services show it by default.</summary>
    public RecommendRolesRequest AskShown() =>
        new()
        {
            Subject = ToSubject(),
            Catalog = "catalogs/" + Catalog,
            MaxResults = MostRoles,
            OnePerLadder = true,
        };

    /// <summary>Asks for ten roles, however low their fit.</summary>
    public RecommendRolesRequest AskUncut()
    {
        var request = AskShown();
        request.IncludeCut = true;
        return request;
    }

    /// <summary>The person as the subject of a question.</summary>
    public Subject ToSubject()
    {
        var stated = new Profile();
        if (Years is { } years)
        {
            stated.YearsExperience = years;
        }

        if (HasText)
        {
            var document = new Document { Content = ByteString.CopyFromUtf8(Text), Format = DocumentFormat.Text };
            document.Stated = Years is null ? null : stated;
            return new Subject { Document = document };
        }

        stated.Skills.Add(Skills.Select(skill => new ProfileSkill { Text = skill }));
        if (!string.IsNullOrEmpty(Title))
        {
            stated.Jobs.Add(new HeldJob { Title = Title });
        }

        return new Subject { InlineProfile = stated };
    }
}
