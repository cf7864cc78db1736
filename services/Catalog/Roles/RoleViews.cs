using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Roles;

/// <summary>How much of a role is sent in lists.</summary>
internal static class RoleViews
{
    /// <summary>What tells one role from another in a list. A new message around parts of the shared one.</summary>
    public static Role Basic(Role role) =>
        new()
        {
            Name = role.Name,
            Title = role.Title,
            AlternateTitles = { role.AlternateTitles },
            Codes = { role.Codes },
            Family = role.Family,
            Seniority = role.Seniority,
            Track = role.Track,
            Ladder = role.Ladder,
            Overview = role.Overview,
            ExternalId = role.ExternalId,
            Source = role.Source,
            Retired = role.Retired,
            Successor = role.Successor,
        };
}
