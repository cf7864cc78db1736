namespace CareerRecs.Cli.Sessions;

/// <summary>The addresses given for the three services; null where none was.</summary>
public sealed record ServerChoice(Uri? Catalog, Uri? Matching, Uri? Salary, string? Token)
{
    /// <summary>Purpose of the calls; null: the services' default.</summary>
    public string? Purpose { get; init; }

    /// <summary>No address was given: the services run inside this command, or in another that runs them already.</summary>
    public bool IsEmbedded => Catalog is null && Matching is null && Salary is null;

    /// <summary>The same calls to one host for all three services.</summary>
    public ServerChoice At(Uri address) => this with { Catalog = address, Matching = address, Salary = address };
}
