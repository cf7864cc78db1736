namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>
/// The name of a stored profile as a request gives it: <c>profiles/{profile}</c> or
/// <c>profiles/-/externalIds/{external_id}</c>. One of the two ids is null.
/// </summary>
internal readonly record struct ProfileName
{
    /// <summary>How names of profiles begin.</summary>
    public const string Prefix = "profiles/";

    private const string ExternalPrefix = "profiles/-/externalIds/";

    private readonly string _name;

    private ProfileName(string name, string? id, string? externalId) => (_name, Id, ExternalId) = (name, id, externalId);

    /// <summary>The last segment of <c>profiles/{profile}</c>.</summary>
    public string? Id { get; }

    /// <summary>The identifier in the tenant's HR system.</summary>
    public string? ExternalId { get; }

    /// <summary>Reads a name that the contract's pattern has passed.</summary>
    public static ProfileName Parse(string name) =>
        name.StartsWith(ExternalPrefix, StringComparison.Ordinal)
            ? new ProfileName(name, null, Unescape(name[ExternalPrefix.Length..]))
            : new ProfileName(name, name[Prefix.Length..], null);

    /// <summary>The name of the profile with this id.</summary>
    public static ProfileName FromId(string id) => new(Prefix + id, id, null);

    /// <summary>
    /// Undoes the two escapes of the contract and no others: a URL was unescaped once on its way here, and "a%41" is an id too.
    /// </summary>
    private static string Unescape(string id) =>
        id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Replace("%25", "%", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => _name;
}
