namespace CareerRecs.Encoder;

/// <summary>An occupation of a public taxonomy with the phrases that describe it.</summary>
/// <param name="Id">Code or URI.</param>
/// <param name="Group">Classification group of its neighbours.</param>
/// <param name="Title">Preferred title.</param>
/// <param name="Description">Description in sentences.</param>
public sealed record Occupation(string Id, string Group, string Title, string Description)
{
    /// <summary>Whether it is O*NET's, not ESCO's.</summary>
    public bool IsOnet => char.IsAsciiDigit(Id[0]);

    /// <summary>Alternate titles.</summary>
    public List<string> OtherTitles { get; } = [];

    /// <summary>Task statements, and detailed work activities of O*NET.</summary>
    public List<string> Tasks { get; } = [];

    /// <summary>Tools and software of O*NET, skills and knowledge of ESCO.</summary>
    public List<string> Tools { get; } = [];

    /// <summary>Phrases of people who do the work.</summary>
    public List<string> Everyday { get; } = [];
}

/// <summary>A skill of ESCO.</summary>
/// <param name="Id">URI.</param>
/// <param name="Label">Preferred label.</param>
/// <param name="OtherLabels">Alternative labels.</param>
/// <param name="Description">Description in sentences.</param>
public sealed record Skill(string Id, string Label, string[] OtherLabels, string Description);
