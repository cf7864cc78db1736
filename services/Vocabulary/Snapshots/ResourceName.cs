namespace CareerRecs.Vocabulary;

/// <summary>Resource names of the catalog (AIP-122).</summary>
public static class ResourceName
{
    /// <summary><c>catalogs/{catalog}</c>.</summary>
    public static string Catalog(string catalogId) => $"catalogs/{catalogId}";

    /// <summary><c>catalogs/{catalog}/versions/{version}</c>.</summary>
    public static string Version(string catalogId, string versionId) => $"catalogs/{catalogId}/versions/{versionId}";

    /// <summary><c>catalogs/{catalog}/roles/{role}</c>.</summary>
    public static string Role(string catalogId, string roleId) => $"catalogs/{catalogId}/roles/{roleId}";

    /// <summary><c>catalogs/{catalog}/skills/{skill}</c>.</summary>
    public static string Skill(string catalogId, string skillId) => $"catalogs/{catalogId}/skills/{skillId}";

    /// <summary><c>catalogs/{catalog}/fields/{field}</c>.</summary>
    public static string Field(string catalogId, string fieldId) => $"catalogs/{catalogId}/fields/{fieldId}";

    /// <summary>The catalog, <c>catalogs/onet</c>, of any name below it.</summary>
    public static string CatalogOf(string name)
    {
        var first = name.IndexOf('/');
        var second = first < 0 ? -1 : name.IndexOf('/', first + 1);
        return second < 0 ? name : name[..second];
    }

    /// <summary>The last segment of a name.</summary>
    public static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];
}
