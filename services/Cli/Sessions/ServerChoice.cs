namespace CareerRecs.Cli.Sessions;

/// <summary>The addresses given for the three services; null where none was.</summary>
public sealed record ServerChoice(Uri? Catalog, Uri? Matching, Uri? Salary, string? Token)
{
    /// <summary>No address was given: the services run inside this command, or in another that runs them already.</summary>
    public bool IsEmbedded => Catalog is null && Matching is null && Salary is null;

    /// <summary>One host for all three.</summary>
    public static ServerChoice One(Uri address, string? token) => new(address, address, address, token);
}
