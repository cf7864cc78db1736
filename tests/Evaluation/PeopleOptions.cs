namespace CareerRecs.Evaluation;

/// <summary>Options of the suites <c>profiles</c> and <c>expectations</c>: whom to ask about and what to print.</summary>
internal sealed record PeopleOptions
{
    /// <summary>Files of people. Empty: those of the data folder, or the ones that ship.</summary>
    public IReadOnlyList<FileInfo> Files { get; init; } = [];

    /// <summary>The only catalog to ask: builtin, onet or esco. Null: all three.</summary>
    public string? Catalog { get; init; }

    /// <summary>Prints ten roles a person.</summary>
    public bool Show { get; init; }

    /// <summary>Prints the people and expectations that fail.</summary>
    public bool ShowFailing { get; init; }
}
