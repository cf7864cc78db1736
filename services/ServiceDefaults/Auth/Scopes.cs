using CareerRecs.Types.V1;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>Scopes of tokens and keys, by the names that these carry. The contract's <see cref="Scope"/> explains them.</summary>
public static class Scopes
{
    /// <summary>May read stored profiles, also by naming one in a question.</summary>
    public const string ProfilesRead = "profiles.read";

    /// <summary>May create and change stored profiles.</summary>
    public const string ProfilesWrite = "profiles.write";

    /// <summary>May erase stored profiles.</summary>
    public const string ProfilesErase = "profiles.erase";

    /// <summary>May ask for recommendations, gaps, moves and routes.</summary>
    public const string MatchingRead = "matching.read";

    /// <summary>May read catalogs.</summary>
    public const string CatalogRead = "catalog.read";

    /// <summary>May write the tenant's own catalogs.</summary>
    public const string CatalogWrite = "catalog.write";

    /// <summary>May read pay estimates.</summary>
    public const string SalaryRead = "salary.read";

    /// <summary>May send and delete pay observations.</summary>
    public const string SalaryWrite = "salary.write";

    /// <summary>May replace the tenant's list of learning resources.</summary>
    public const string LearningWrite = "learning.write";

    /// <summary>May write shared catalogs and make and activate salary models.</summary>
    public const string Operator = "operator";

    /// <summary>The services among themselves: may read for the tenant that the call names.</summary>
    public const string InternalRead = "internal.read";

    /// <summary>May change the settings of the tenant.</summary>
    public const string TenantWrite = "tenant.write";

    /// <summary>Every scope that a token can carry, in the order of the contract.</summary>
    public static IReadOnlyList<string> All { get; } =
    [.. Enum.GetValues<Scope>().Where(scope => scope > Scope.Any).Select(NameOf)];

    /// <summary>Name of a scope as tokens carry it; null for <see cref="Scope.Any"/>, which every token has.</summary>
    public static string? NameIfNeeded(Scope scope) => scope == Scope.Any ? null : NameOf(scope);

    /// <summary>
    /// Scopes that a caller has by those that the token or key states: without a read scope it reads catalogs and pay and asks
    /// with inline profiles, and a scope brings those that its answers are made with.
    /// </summary>
    public static IReadOnlySet<string> Granted(IEnumerable<string> stated)
    {
        var granted = stated.ToHashSet(StringComparer.Ordinal);
        var services = granted.Contains(InternalRead);
        var statesReads = services || granted.Contains(CatalogRead) || granted.Contains(SalaryRead);
        if (!statesReads)
        {
            granted.Add(MatchingRead);
        }
        if (services || granted.Contains(MatchingRead))
        {
            granted.Add(SalaryRead);
        }
        if (granted.Contains(SalaryRead))
        {
            granted.Add(CatalogRead);
        }
        return granted;
    }

    private static string NameOf(Scope scope) =>
        scope switch
        {
            Scope.ProfilesRead => ProfilesRead,
            Scope.ProfilesWrite => ProfilesWrite,
            Scope.ProfilesErase => ProfilesErase,
            Scope.MatchingRead => MatchingRead,
            Scope.CatalogRead => CatalogRead,
            Scope.CatalogWrite => CatalogWrite,
            Scope.SalaryRead => SalaryRead,
            Scope.SalaryWrite => SalaryWrite,
            Scope.LearningWrite => LearningWrite,
            Scope.Operator => Operator,
            Scope.InternalRead => InternalRead,
            Scope.TenantWrite => TenantWrite,
            _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "not a scope of tokens"),
        };
}
